import type { SmallPicture } from "./small-picture.ts";

/**
 * The picture without its print: whatever is darker than its surroundings and narrower than `2 * reach` pixels is
 * filled with their colour (morphological closing). A card and the written paper under it become two plain areas.
 */
export function fillPrint(picture: SmallPicture, reach: number): SmallPicture {
  const { width, height } = picture;
  const fill = (plane: Float32Array) => {
    let filled = plane;
    for (const pick of [Math.max, Math.min]) {
      filled = pickAlong(
        filled,
        { lines: height, length: width, step: 1, next: width },
        reach,
        pick,
      );
      filled = pickAlong(
        filled,
        { lines: width, length: height, step: width, next: 1 },
        reach,
        pick,
      );
    }
    return filled;
  };
  const [red, green, blue] = picture.planes;
  return { ...picture, planes: [fill(red), fill(green), fill(blue)] };
}

type Walk = { lines: number; length: number; step: number; next: number };

function pickAlong(
  from: Float32Array,
  { lines, length, step, next }: Walk,
  reach: number,
  pick: (a: number, b: number) => number,
): Float32Array {
  const to = new Float32Array(from.length);
  for (let line = 0; line < lines; line += 1) {
    const start = line * next;
    for (let i = 0; i < length; i += 1) {
      let value = from[start + i * step] ?? 0;
      const last = Math.min(i + reach, length - 1);
      for (let j = Math.max(i - reach, 0); j <= last; j += 1) {
        value = pick(value, from[start + j * step] ?? 0);
      }
      to[start + i * step] = value;
    }
  }
  return to;
}
