import type { Pixels } from "./picture.ts";
import type { FieldName, Recognise } from "./reading.ts";
import { joinLines } from "./text-lines.ts";
import { findForbidden, type Legible, maskIdNumber } from "./word-masks.ts";

/**
 * Reads a masked copy again and names what is still legible of that which must not be: a second pair of eyes, not a
 * proof. The copy must not bear a stamp yet.
 */
export async function findLegible(
  maskedCopy: Pixels,
  { recognise, cover }: { recognise: Recognise; cover: readonly FieldName[] },
): Promise<Legible[]> {
  const lines = joinLines(await recognise(maskedCopy));
  const numbers = cover.includes("id-number") ? maskIdNumber(lines, maskedCopy) : [];
  return [
    ...findForbidden(lines, maskedCopy),
    ...numbers.map(({ field, box }) => ({ field, box })),
  ];
}
