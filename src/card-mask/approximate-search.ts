/** Where a text was found: from `start` up to `end` (exclusive), with so many letters wrong, missing or too many. */
export type Finding = { readonly start: number; readonly end: number; readonly errors: number };

/**
 * The best place in `text` for `wanted` with at most `most` errors (Sellers 1980: edit distance, free at both ends of
 * the text); null where there is none.
 */
export function findApproximately(text: string, wanted: string, most: number): Finding | null {
  const size = wanted.length;
  let errors = Array.from({ length: size + 1 }, (_, i) => i);
  let starts = new Array<number>(size + 1).fill(0);
  let best: Finding | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const nextErrors = [0];
    const nextStarts = [at + 1];
    for (let i = 1; i <= size; i += 1) {
      const replace = (errors[i - 1] ?? 0) + (wanted[i - 1] === text[at] ? 0 : 1);
      const insert = (errors[i] ?? 0) + 1;
      const skip = (nextErrors[i - 1] ?? 0) + 1;
      const least = Math.min(replace, insert, skip);
      nextErrors.push(least);
      if (least === replace) nextStarts.push(i === 1 ? at : (starts[i - 1] ?? 0));
      else nextStarts.push((least === insert ? starts[i] : nextStarts[i - 1]) ?? 0);
    }
    errors = nextErrors;
    starts = nextStarts;
    const now = errors[size] ?? size;
    if (now <= most && (best === null || now < best.errors)) {
      best = { start: starts[size] ?? 0, end: at + 1, errors: now };
    }
  }
  return best;
}
