/** A picture in memory: 8-bit RGBA, row by row from the top left. */
export type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
};

/** In pixels from the top left corner of the picture; the middle of the first pixel is at 0.5. */
export type Point = { readonly x: number; readonly y: number };

/** Top left, top right, bottom right and bottom left of the card as it is read, wherever they lie in the picture. */
export type Quad = readonly [Point, Point, Point, Point];

/** Whole pixels of the straightened copy; x1 and y1 are the first ones outside. */
export type Box = {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
};

/** Empty (transparent black) pixels. */
export function makePixels(width: number, height: number): Pixels {
  return { width, height, data: new Uint8ClampedArray(width * height * 4) };
}

/** The smallest whole pixels around a box of fractions, within the picture. Masks grow, never shrink. */
export function outward(
  box: Box,
  within: { readonly width: number; readonly height: number },
): Box {
  const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most);
  return {
    x0: clamp(Math.floor(box.x0), within.width),
    y0: clamp(Math.floor(box.y0), within.height),
    x1: clamp(Math.ceil(box.x1), within.width),
    y1: clamp(Math.ceil(box.y1), within.height),
  };
}
