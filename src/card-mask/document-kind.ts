import { findLabel } from "./label-places.ts";
import type { DocumentKind } from "./reading.ts";
import type { TextLine } from "./text-lines.ts";
import { skeleton } from "./thai-skeleton.ts";

const tell: readonly (readonly [DocumentKind, readonly string[]])[] = [
  ["thai-id-back", ["กรมการปกครอง", "กระทรวงมหาดไทย", "โปรดส่งคืน"]],
  ["driving-licence", ["ใบอนุญาตขับรถ", "ใบอนุญาตขับขี่", "นายทะเบียน"]],
  ["house-registration", ["ทะเบียนบ้าน", "เลขรหัสประจำบ้าน", "รายการเกี่ยวกับบ้าน"]],
  ["passport", ["หนังสือเดินทาง", "ประเทศไทยpassport"]],
].map(([kind, texts]) => [kind as DocumentKind, (texts as string[]).map(skeleton)] as const);

/** The laser code of the Thai card's back: two letters, ten digits; OCR for Thai reads the digits only. */
const laserCode = /(?<!\d)\d-\d{7}-\d{2}(?!\d)/;
const readableZone = /(<.{0,2}){4}|«.*«/;

/** What the words of a picture tell of the document; null when nothing does. */
export function tellDocument(lines: readonly TextLine[]): DocumentKind | null {
  if (lines.some(({ text }) => readableZone.test(text))) return "passport";
  for (const [kind, texts] of tell) {
    if (texts.some((text) => findLabel(lines, text) !== null)) return kind;
  }
  return lines.some(({ text }) => laserCode.test(text)) ? "thai-id-back" : null;
}
