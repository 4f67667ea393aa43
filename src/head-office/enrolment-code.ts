import { sha256 } from "./sha256.ts";

/** Read aloud and typed by people: no I, L, O, U or Z. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXY";
const groups = 3;
const groupLength = 4;

/** How long a code may be used, in ms: a working day's way from head office to the shop. */
export const enrolmentCodeLifeMs = 24 * 60 * 60 * 1000;

/** A new code such as `7KQ2-M0XA-91TD`: 59 bits. `random` gives uniform bytes. */
export function makeEnrolmentCode(random: (size: number) => Uint8Array): string {
  let code = "";
  while (code.length < groups * groupLength) {
    for (const byte of random(32)) {
      // Bytes past the last whole multiple of 31 would favour the first letters.
      if (byte < 256 - (256 % alphabet.length)) code += alphabet[byte % alphabet.length];
    }
  }
  const whole = code.slice(0, groups * groupLength);
  return (whole.match(/.{4}/g) ?? []).join("-");
}

/** What is stored of a code, and looked for; hyphens, spaces and case do not matter. */
export function hashEnrolmentCode(typed: string): string {
  return sha256(typed.replace(/[\s-]/g, "").toUpperCase());
}
