import { plainDigits } from "./thai-digits.ts";

/** 31 characters, a prime number of them; without I, L, O (read as 1, 1, 0), U and Z. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXY";
const base = alphabet.length;
const deviceDigits = 3;
const sequenceDigits = 4;
/** Beyond this many characters two weights would be equal modulo 31. */
const longest = base - 1;

/** The largest device number that three digits hold. */
export const deviceNumberLimit = base ** deviceDigits - 1;

export type ReceiptNumber = { deviceNumber: number; sequence: number; normal: string };

/**
 * The number on a receipt, such as `0A1-0002F-K`: device, the device's capture sequence, check character.
 * Unique because head office gives each device its number and a device never uses a sequence twice; so it
 * can be made with no line. `deviceNumber` from 1, `sequence` from 1.
 */
export function formReceiptNumber(deviceNumber: number, sequence: number): string {
  if (!Number.isSafeInteger(deviceNumber) || deviceNumber < 1 || deviceNumber > deviceNumberLimit) {
    throw new RangeError(`Not a device number: ${deviceNumber}`);
  }
  if (!Number.isSafeInteger(sequence) || sequence < 1)
    throw new RangeError(`Not a sequence: ${sequence}`);
  const body = spell(deviceNumber, deviceDigits) + spell(sequence, sequenceDigits);
  // The check character has weight 1, so it is minus the weighted sum of the rest.
  const check = alphabet.charAt((base - (weigh(`${body}0`) % base)) % base);
  return formatReceiptNumber(body + check);
}

/**
 * Reads what a person typed or a scanner sent: either case, spaces and hyphens anywhere, O for 0 and I or
 * L for 1, Thai digits, and the content of the QR code on a receipt. Null when the check character says
 * that it is no receipt number: any one wrong character and any two that changed places are found.
 */
export function readReceiptNumber(text: string): ReceiptNumber | null {
  const normal = plainDigits(text)
    .trim()
    .replace(/^yinyom:/i, "")
    .replace(/[\s\p{Pd}]/gu, "")
    .toUpperCase()
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  if (normal.length < deviceDigits + sequenceDigits + 1 || normal.length > longest) return null;
  if ([...normal].some((character) => !alphabet.includes(character))) return null;
  if (weigh(normal) % base !== 0) return null;

  const sequenceText = normal.slice(deviceDigits, -1);
  // One number, one spelling: the zeros in front only fill up to four digits.
  if (sequenceText.length > sequenceDigits && sequenceText.startsWith("0")) return null;
  const deviceNumber = count(normal.slice(0, deviceDigits));
  const sequence = count(sequenceText);
  if (deviceNumber < 1 || sequence < 1 || !Number.isSafeInteger(sequence)) return null;
  return { deviceNumber, sequence, normal };
}

/** The display form of a number in normal form: `0A10002FK` becomes `0A1-0002F-K`. */
export function formatReceiptNumber(normal: string): string {
  return `${normal.slice(0, deviceDigits)}-${normal.slice(deviceDigits, -1)}-${normal.slice(-1)}`;
}

/** Weight 1 for the last character, 2 for the one before, and so on: all distinct, none a multiple of 31. */
function weigh(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) {
    sum += alphabet.indexOf(text.charAt(index)) * (text.length - index);
  }
  return sum;
}

function spell(number: number, digits: number): string {
  let text = "";
  for (let rest = number; rest > 0; rest = Math.floor(rest / base))
    text = alphabet.charAt(rest % base) + text;
  return text.padStart(digits, alphabet.charAt(0));
}

function count(text: string): number {
  return [...text].reduce((sum, character) => sum * base + alphabet.indexOf(character), 0);
}
