import type { Pixels } from "./picture.ts";

/** A picture made small for searching: three planes of 0 to 255, and how many source pixels one of its own spans. */
export type SmallPicture = {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly planes: readonly [Float32Array, Float32Array, Float32Array];
};

/** Shrinks by averaging until the longer side is at most `longest` pixels, then softens the grain. Never enlarges. */
export function shrink(picture: Pixels, longest: number): SmallPicture {
  const scale = Math.max(picture.width / longest, picture.height / longest, 1);
  const width = Math.max(Math.floor(picture.width / scale), 1);
  const height = Math.max(Math.floor(picture.height / scale), 1);
  const size = width * height;
  const planes: [Float32Array, Float32Array, Float32Array] = [
    new Float32Array(size),
    new Float32Array(size),
    new Float32Array(size),
  ];
  const [red, green, blue] = planes;
  for (let y = 0; y < height; y += 1) {
    const y0 = Math.floor(y * scale);
    const y1 = Math.min(Math.max(Math.floor((y + 1) * scale), y0 + 1), picture.height);
    for (let x = 0; x < width; x += 1) {
      const x0 = Math.floor(x * scale);
      const x1 = Math.min(Math.max(Math.floor((x + 1) * scale), x0 + 1), picture.width);
      let r = 0;
      let g = 0;
      let b = 0;
      for (let j = y0; j < y1; j += 1) {
        for (let i = x0; i < x1; i += 1) {
          const at = (j * picture.width + i) * 4;
          r += picture.data[at] ?? 0;
          g += picture.data[at + 1] ?? 0;
          b += picture.data[at + 2] ?? 0;
        }
      }
      const count = Math.max((y1 - y0) * (x1 - x0), 1);
      const to = y * width + x;
      red[to] = r / count;
      green[to] = g / count;
      blue[to] = b / count;
    }
  }
  const passing = new Float32Array(size);
  for (const plane of planes) soften(plane, width, height, passing);
  return { width, height, scale, planes };
}

/** A binomial 1-4-6-4-1 in both directions, the edge repeated. */
function soften(plane: Float32Array, width: number, height: number, passing: Float32Array): void {
  blurLines(plane, passing, { lines: height, length: width, step: 1, next: width });
  blurLines(passing, plane, { lines: width, length: height, step: width, next: 1 });
}

type Walk = { lines: number; length: number; step: number; next: number };

function blurLines(
  from: Float32Array,
  to: Float32Array,
  { lines, length, step, next }: Walk,
): void {
  const last = length - 1;
  for (let line = 0; line < lines; line += 1) {
    const start = line * next;
    for (let i = 0; i < length; i += 1) {
      const a = from[start + Math.max(i - 2, 0) * step] ?? 0;
      const b = from[start + Math.max(i - 1, 0) * step] ?? 0;
      const c = from[start + i * step] ?? 0;
      const d = from[start + Math.min(i + 1, last) * step] ?? 0;
      const e = from[start + Math.min(i + 2, last) * step] ?? 0;
      to[start + i * step] = (a + e + 4 * (b + d) + 6 * c) / 16;
    }
  }
}
