import type { Issue, IssueCode } from "../contract/failure.ts";
import { readEmail } from "./email-address.ts";
import { readPhone } from "./phone-number.ts";
import { findForbiddenText } from "./typed-text.ts";

type Path = Issue["path"];

/** A name has two characters or more, Thai vowel signs among them, and is not made of digits only. */
export function checkName(name: string | null, path: Path): Issue[] {
  if (name === null) return [];
  const found = checkText(name, path);
  if (found.length > 0) return found;
  const characters = [...name.trim()];
  if (characters.length < 2) return [{ path, code: "one-character-name" }];
  const letters = characters.filter((character) => /[\p{L}\p{M}]/u.test(character));
  if (letters.length === 1) return [{ path, code: "one-character-name" }];
  return letters.length === 0 ? [{ path, code: "bad-form" }] : [];
}

/** Free text: not blank, no card or ID number in it, `least` characters at least. Null is no text. */
export function checkText(text: string | null, path: Path, least = 1): Issue[] {
  if (text === null) return [];
  const forbidden = findForbiddenText(text);
  if (forbidden) return [{ path, code: forbidden }];
  const { length } = [...text.trim()];
  if (length === 0) return [{ path, code: "required" }];
  return length < least ? [{ path, code: "too-short", limit: least }] : [];
}

/** A phone number in its stored form, E.164. */
export function checkPhone(phone: string | null, path: Path): Issue[] {
  if (phone === null) return [];
  const read = readPhone(phone);
  // Only what is no phone is looked at as text: by chance a foreign number passes as that of a card.
  if (!read.ok) return [{ path, code: findForbiddenText(phone) ?? read.code }];
  return read.e164 === phone ? [] : [{ path, code: "bad-phone" }];
}

/** An email address in its stored form, lower case. */
export function checkEmail(email: string | null, path: Path): Issue[] {
  if (email === null) return [];
  const read = readEmail(email);
  const code: IssueCode | null =
    findForbiddenText(email) ?? (read.ok && read.email === email ? null : "bad-email");
  return code === null ? [] : [{ path, code }];
}
