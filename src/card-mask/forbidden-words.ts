import type { FieldName } from "./reading.ts";
import { skeleton } from "./thai-skeleton.ts";

type Forbidden = { readonly field: FieldName; readonly text: string };

const forbid = (field: FieldName, ...texts: string[]): Forbidden[] =>
  texts.map((text) => ({ field, text: skeleton(text) }));

/** Labels that a forbidden value follows on the same line. */
export const forbiddenLabels: readonly Forbidden[] = [
  ...forbid("religion", "ศาสนา"),
  ...forbid("blood-group", "หมู่โลหิต", "กรุ๊ปเลือด", "หมู่เลือด"),
  ...forbid("race", "เชื้อชาติ"),
];

/** The values themselves, as far as they are words: a blood group is too short to be told from other letters. */
export const forbiddenValues: readonly Forbidden[] = forbid(
  "religion",
  "ไม่นับถือศาสนา",
  "พราหมณ์-ฮินดู",
  "อิสลาม",
  "คริสต์",
  "ฮินดู",
  "ซิกข์",
  "พุทธ",
);
