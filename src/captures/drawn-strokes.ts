import { z } from "zod";

const bounds = { strokes: 200, points: 2000 } as const;

/** Strokes as points [x, y] in whole units. Says what is wrong with those that are none. */
export const plainStrokes = z
  .array(
    z
      .array(z.tuple([z.int(), z.int()]))
      .min(1)
      .max(bounds.points),
  )
  .min(1)
  .max(bounds.strokes);

/**
 * The same as `plainStrokes`, several times as fast on strokes that are well: a signature is hundreds of
 * points, most of the work on a payload, and it is checked at every save and again at head office.
 */
export const drawnStrokes = plainStrokes.clone();

// zod's own way in for those who build upon it: every schema asks the ones inside it by `run`. Should an
// update go another way, drawnStrokes is as slow as plainStrokes, and no less right.
const runPlain = drawnStrokes._zod.run;
drawnStrokes._zod.run = (payload, context) =>
  areStrokes(payload.value) ? payload : runPlain(payload, context);

function areStrokes(value: unknown): boolean {
  return isListOf(isStroke, value, bounds.strokes);
}

function isStroke(value: unknown): boolean {
  return isListOf(isPoint, value, bounds.points);
}

function isPoint(value: unknown): boolean {
  return isListOf(Number.isSafeInteger, value, 2) && value.length === 2;
}

function isListOf(
  isItem: (item: unknown) => boolean,
  value: unknown,
  most: number,
): value is unknown[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > most) return false;
  // Not `every`, which passes over the holes of a sparse array.
  for (let place = 0; place < value.length; place += 1) if (!isItem(value[place])) return false;
  return true;
}
