import { parsePhoneNumberFromString } from "libphonenumber-js";
import { plainDigits } from "./thai-digits.ts";

export type PhoneReading =
  | { ok: true /** Such as +66812345678. */; e164: string }
  | { ok: false; code: "bad-phone" | "made-up-phone" };

/** Reads a typed phone number, Thai unless it starts with another country's code. An extension is refused. */
export function readPhone(text: string): PhoneReading {
  const typed = plainDigits(text).trim();
  if (isMadeUp(typed.replace(/\D/g, ""))) return { ok: false, code: "made-up-phone" };
  const phone = parsePhoneNumberFromString(typed, { defaultCountry: "TH", extract: false });
  if (!phone?.isValid() || phone.ext) return { ok: false, code: "bad-phone" };
  if (isMadeUp(phone.nationalNumber)) return { ok: false, code: "made-up-phone" };
  return { ok: true, e164: phone.number };
}

/** Enough to tell two numbers apart, too little to call: `08x-xxx-5678`, `+49 xxx 5678`. */
export function maskPhone(e164: string): string {
  const last = e164.slice(-4);
  if (e164.startsWith("+66")) return `0${e164.slice(3, 4)}x-xxx-${last}`;
  const code = parsePhoneNumberFromString(e164)?.countryCallingCode;
  return code ? `+${code} xxx ${last}` : `xxx ${last}`;
}

/**
 * What people type to be rid of the question: one digit throughout, zeros after the prefix, or counting up
 * or down. Numbers that merely look nice are somebody's.
 */
function isMadeUp(digits: string): boolean {
  if (digits.length < 6) return false;
  const national = digits.replace(/^0+(?=\d)/, "");
  return [digits, national].some(
    (number) =>
      /^(\d)\1*$/.test(number) ||
      /^\d0{7,}$/.test(number) ||
      counts(number, 1) ||
      counts(number, 9),
  );
}

/** Whether each digit is the one before plus `step`, modulo 10. */
function counts(digits: string, step: number): boolean {
  return [...digits].every(
    (digit, place) => place === 0 || Number(digit) === (Number(digits[place - 1]) + step) % 10,
  );
}
