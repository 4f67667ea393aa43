import type { Issue, IssueCode } from "../../contract/failure.ts";
import type { Reference } from "../../contract/reference.ts";
import { readEmail } from "../email-address.ts";
import { readPhone } from "../phone-number.ts";
import { findForbiddenText } from "../typed-text.ts";
import type { Answer, Contacts, Subject } from "./payload.ts";

type Path = Issue["path"];

/** Fewest characters that a LINE account and a postal address can have. */
const shortest = { line: 2, address: 5 } as const;

/** What is typed of a person is what it claims to be, in its stored form, and holds no forbidden number. */
export function checkSubject(item: Subject): Issue[] {
  const at: Path = ["subject"];
  return [
    ...checkName(item.name, [...at, "name"]),
    ...checkText(item.memberNumber, [...at, "memberNumber"]),
    ...checkPhone(item.contacts.phone, [...at, "contacts", "phone"]),
    ...checkEmail(item.contacts.email, [...at, "contacts", "email"]),
    ...checkText(item.contacts.line, [...at, "contacts", "line"], shortest.line),
    ...checkText(item.contacts.address, [...at, "contacts", "address"], shortest.address),
  ];
}

/** What answers need of the person: a name to a yes, a member's number, and the contact details they use. */
export function checkNeeds(
  item: Subject,
  answers: readonly Answer[],
  reference: Reference,
): Issue[] {
  const issues: Issue[] = [];
  if (item.name === null && answers.some((given) => given.answer === "yes")) {
    issues.push({ path: ["subject", "name"], code: "required" });
  }
  if (item.standing === "member" && item.memberNumber === null) {
    issues.push({ path: ["subject", "memberNumber"], code: "required" });
  }
  if (item.standing === "customer" && item.memberNumber !== null) {
    issues.push({ path: ["subject", "memberNumber"], code: "contact-not-needed" });
  }
  return [...issues, ...checkContactNeeds(item.contacts, answers, reference)];
}

/** s.22: a contact detail is kept if a channel that was said yes to needs it, and only then. */
function checkContactNeeds(
  known: Contacts,
  answers: readonly Answer[],
  reference: Reference,
): Issue[] {
  const needed = new Set(
    reference.channels
      .filter(({ id }) => answers.some((given) => given.answer === "yes" && given.channel === id))
      .map(({ contact }) => contact),
  );
  return (["phone", "email", "line", "address"] as const).flatMap((key): Issue[] => {
    const path = ["subject", "contacts", key];
    if (needed.has(key)) return known[key] === null ? [{ path, code: "contact-needed" }] : [];
    return known[key] === null ? [] : [{ path, code: "contact-not-needed" }];
  });
}

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

function checkPhone(phone: string | null, path: Path): Issue[] {
  if (phone === null) return [];
  const read = readPhone(phone);
  // Only what is no phone is looked at as text: by chance a foreign number passes as that of a card.
  if (!read.ok) return [{ path, code: findForbiddenText(phone) ?? read.code }];
  return read.e164 === phone ? [] : [{ path, code: "bad-phone" }];
}

function checkEmail(email: string | null, path: Path): Issue[] {
  if (email === null) return [];
  const read = readEmail(email);
  const code: IssueCode | null =
    findForbiddenText(email) ?? (read.ok && read.email === email ? null : "bad-email");
  return code === null ? [] : [{ path, code }];
}
