import { findApproximately } from "./approximate-search.ts";
import type { Box } from "./picture.ts";
import type { Word } from "./reading.ts";
import { skeleton } from "./thai-skeleton.ts";

/** A line of text as OCR read it: its skeleton, and for each letter of it the word it came from. */
export type TextLine = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly wordOf: readonly number[];
};

export function joinLines(words: readonly Word[]): TextLine[] {
  const byLine = new Map<number, Word[]>();
  for (const word of words) byLine.set(word.line, [...(byLine.get(word.line) ?? []), word]);
  return [...byLine.values()].map((line) => {
    const wordOf: number[] = [];
    let text = "";
    for (const [i, word] of line.entries()) {
      const part = skeleton(word.text);
      text += part;
      for (let letter = 0; letter < part.length; letter += 1) wordOf.push(i);
    }
    return { text, words: line, wordOf };
  });
}

/** A text found in a line, with the words that it is made of. */
export type Found = { readonly words: readonly Word[]; readonly errors: number; readonly box: Box };

/** Finds a text that is given as its skeleton. */
export function findInLine(line: TextLine, wanted: string, mostErrors: number): Found | null {
  const finding = findApproximately(line.text, wanted, mostErrors);
  if (finding === null) return null;
  const first = line.wordOf[finding.start];
  const last = line.wordOf[finding.end - 1];
  if (first === undefined || last === undefined) return null;
  const words = line.words.slice(first, last + 1);
  return { words, errors: finding.errors, box: hull(words) };
}

/** The least box around words. OCR draws some boxes as high as the whole line; the median of the others holds. */
function hull(words: readonly Word[]): Box {
  const at = (values: number[], part: number) => {
    const sorted = values.sort((a, b) => a - b);
    return sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)] ?? 0;
  };
  return {
    x0: Math.min(...words.map(({ box }) => box.x0)),
    x1: Math.max(...words.map(({ box }) => box.x1)),
    y0: at(
      words.map(({ box }) => box.y0),
      0.5,
    ),
    y1: at(
      words.map(({ box }) => box.y1),
      0.25,
    ),
  };
}
