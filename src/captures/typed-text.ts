import { plainDigits } from "./thai-digits.ts";

export type ForbiddenText = "card-number" | "id-number";

/** Digits with at most two spaces, dots or dashes between them: one number as people write it. */
const numberLike = /\d(?:[\s.\p{Pd}]{0,2}\d)+/gu;
const idLength = 13;
const cardLengths = { min: 13, max: 19 };

/**
 * What a free text holds that this desk must never keep: the number of a payment card (ISO/IEC 7812: 13 to
 * 19 digits, Luhn) or of a Thai ID (13 digits, the last a check digit). Spaces, dashes and Thai digits do
 * not hide it, nor do other numbers next to it. Null when there is none.
 */
export function findForbiddenText(text: string): ForbiddenText | null {
  for (const [found] of plainDigits(text).matchAll(numberLike)) {
    const groups = found.split(/\D+/);
    // A number starts and ends with a group: sliding through a long barcode would find one by chance.
    for (let start = 0; start < groups.length; start += 1) {
      let digits = "";
      for (let end = start; end < groups.length; end += 1) {
        digits += groups[end];
        if (digits.length > cardLengths.max) break;
        if (isThaiId(digits)) return "id-number";
        if (isCardNumber(digits)) return "card-number";
      }
    }
  }
  return null;
}

function isCardNumber(digits: string): boolean {
  if (digits.length < cardLengths.min || digits.length > cardLengths.max) return false;
  // No card starts with 0; a Thai phone number followed by a postcode does.
  if (digits.startsWith("0")) return false;
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - place));
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Weights 13 down to 2 over the first twelve digits; the thirteenth is 11 less the sum modulo 11. */
function isThaiId(digits: string): boolean {
  if (digits.length !== idLength) return false;
  let sum = 0;
  for (let place = 0; place < idLength - 1; place += 1) {
    sum += Number(digits.charAt(place)) * (idLength - place);
  }
  return (11 - (sum % 11)) % 10 === Number(digits.charAt(idLength - 1));
}
