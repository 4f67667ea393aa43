export type Size = { width: number; height: number };

/** The six numbers of a 2D transform: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Turn = [a: number, b: number, c: number, d: number, e: number, f: number];

/** Width and height of the picture once it stands upright. `orientation`: Exif, 1 to 8. */
export function standUpright({ width, height }: Size, orientation: number): Size {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/** What brings pixels as they stand in a file of this size to where they stand upright (Exif 2.32, tag 274). */
export function turnUpright({ width: w, height: h }: Size, orientation: number): Turn {
  switch (orientation) {
    case 2:
      return [-1, 0, 0, 1, w, 0];
    case 3:
      return [-1, 0, 0, -1, w, h];
    case 4:
      return [1, 0, 0, -1, 0, h];
    case 5:
      return [0, 1, 1, 0, 0, 0];
    case 6:
      return [0, 1, -1, 0, h, 0];
    case 7:
      return [0, -1, -1, 0, h, w];
    case 8:
      return [0, -1, 1, 0, 0, w];
    default:
      return [1, 0, 0, 1, 0, 0];
  }
}

/** The largest size within the box, never larger than the picture. */
export function fitWithin({ width, height }: Size, box: Size): Size {
  const scale = Math.min(1, box.width / width, box.height / height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
