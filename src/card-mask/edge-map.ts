import type { SmallPicture } from "./small-picture.ts";

/**
 * For each pixel of a small picture how steeply the colour changes and in which direction, measured against the
 * unrest around it: the faint edge of a white card on white paper counts as much as a hard one, and the grain of
 * wood or stone counts little.
 */
export type EdgeMap = {
  readonly width: number;
  readonly height: number;
  /** 0 to 1. */
  readonly strength: Float32Array;
  /** The direction across the edge, a unit vector. */
  readonly acrossX: Float32Array;
  readonly acrossY: Float32Array;
};

/** Below this step between neighbours (of 255) there is nothing but noise. */
const faintest = 1.2;

export function mapEdges({ width, height, planes }: SmallPicture): EdgeMap {
  const size = width * height;
  const strength = new Float32Array(size);
  const acrossX = new Float32Array(size);
  const acrossY = new Float32Array(size);
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      let best = 0;
      for (const p of planes) {
        const nw = p[at - width - 1] ?? 0;
        const ne = p[at - width + 1] ?? 0;
        const sw = p[at + width - 1] ?? 0;
        const se = p[at + width + 1] ?? 0;
        const gx = (ne + se - nw - sw + 2 * ((p[at + 1] ?? 0) - (p[at - 1] ?? 0))) / 8;
        const gy = (sw + se - nw - ne + 2 * ((p[at + width] ?? 0) - (p[at - width] ?? 0))) / 8;
        const steep = Math.hypot(gx, gy);
        if (steep > best) {
          best = steep;
          acrossX[at] = gx / steep;
          acrossY[at] = gy / steep;
        }
      }
      strength[at] = best;
    }
  }
  weighAgainstSurroundings(strength, width, height);
  return { width, height, strength, acrossX, acrossY };
}

function weighAgainstSurroundings(strength: Float32Array, width: number, height: number): void {
  const around = meanAround(strength, width, height, Math.round(Math.max(width, height) / 36));
  for (let i = 0; i < strength.length; i += 1) {
    const steep = strength[i] ?? 0;
    // Bent towards 1, never cut off: the crest of an edge must stay its highest place.
    const weighed = steep < faintest ? 0 : steep / (1.8 * ((around[i] ?? 0) + faintest));
    strength[i] = weighed / Math.sqrt(1 + weighed * weighed);
  }
}

/** The mean over a square of 2r + 1 pixels around each, by a table of sums. */
function meanAround(values: Float32Array, width: number, height: number, r: number): Float32Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += values[y * width + x] ?? 0;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  const means = new Float32Array(values.length);
  for (let y = 0; y < height; y += 1) {
    const top = Math.max(y - r, 0) * (width + 1);
    const bottom = Math.min(y + r + 1, height) * (width + 1);
    const rows = (bottom - top) / (width + 1);
    for (let x = 0; x < width; x += 1) {
      const left = Math.max(x - r, 0);
      const right = Math.min(x + r + 1, width);
      const sum =
        (sums[bottom + right] ?? 0) -
        (sums[bottom + left] ?? 0) -
        (sums[top + right] ?? 0) +
        (sums[top + left] ?? 0);
      means[y * width + x] = sum / (rows * (right - left));
    }
  }
  return means;
}
