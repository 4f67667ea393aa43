import { copyPxPerMm } from "./card-size.ts";
import { forbiddenLabels, forbiddenValues } from "./forbidden-words.ts";
import { tolerated } from "./label-places.ts";
import { type Box, outward, type Pixels } from "./picture.ts";
import type { FieldName, Mask, Word } from "./reading.ts";
import { findInLine, type TextLine } from "./text-lines.ts";

/** A forbidden label or value that was read. */
export type Legible = { readonly field: FieldName; readonly box: Box };

/** Every forbidden word that OCR read, its label with what stands right of it on the line. */
export function findForbidden(lines: readonly TextLine[], copy: Pixels): Legible[] {
  const found: Legible[] = [];
  for (const line of lines) {
    for (const { field, text } of forbiddenLabels) {
      const label = findInLine(line, text, tolerated(text));
      if (label !== null) found.push({ field, box: withValue(label.box, line.words, copy) });
    }
    for (const { field, text } of forbiddenValues) {
      const value = findInLine(line, text, text.length < 6 ? 0 : 1);
      if (value !== null) found.push({ field, box: raise(value.box, copy) });
    }
  }
  return found;
}

/** A mask over each forbidden word. */
export function maskWords(lines: readonly TextLine[], copy: Pixels): Mask[] {
  return findForbidden(lines, copy).map(({ field, box }) => ({ field, box, found: "word" }));
}

/** All but the last four digits of an ID number that was read. */
export function maskIdNumber(lines: readonly TextLine[], copy: Pixels): Mask[] {
  return lines.flatMap((line) => {
    const words = line.words.filter(({ text }) => /\d/.test(text));
    const digits = words.reduce((sum, word) => sum + digitsOf(word), 0);
    if (digits < 9 || digits > 15 || line.text.includes("-")) return [];
    const box = around(words);
    // Thirteen digits in five groups: the last four of them take up no more than the last three tenths.
    const kept = { ...box, x1: box.x0 + (box.x1 - box.x0) * 0.68 };
    return [{ field: "id-number" as const, box: raise(kept, copy), found: "word" as const }];
  });
}

function digitsOf({ text }: Word): number {
  return text.replace(/\D/g, "").length;
}

/** From the label to the end of what was read on its line, at least as far as a value may reach. */
function withValue(label: Box, words: readonly Word[], copy: Pixels): Box {
  const far = label.x1 + 24 * copyPxPerMm;
  const last = Math.max(...words.map(({ box }) => box.x1).filter((x1) => x1 < far), label.x1);
  return raise({ ...label, x1: Math.max(last, label.x1 + 14 * copyPxPerMm) }, copy);
}

/** Room for the vowels and tones above and below the letters. */
function raise({ x0, y0, x1, y1 }: Box, copy: Pixels): Box {
  const mm = copyPxPerMm;
  return outward(
    {
      x0: x0 - 0.5 * mm,
      y0: Math.min(y0, y1 - 3 * mm) - 0.4 * mm,
      x1: x1 + 0.5 * mm,
      y1: y1 + 1.1 * mm,
    },
    copy,
  );
}

function around(words: readonly Word[]): Box {
  return {
    x0: Math.min(...words.map(({ box }) => box.x0)),
    y0: Math.min(...words.map(({ box }) => box.y0)),
    x1: Math.max(...words.map(({ box }) => box.x1)),
    y1: Math.max(...words.map(({ box }) => box.y1)),
  };
}
