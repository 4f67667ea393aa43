import type { Issue } from "../../contract/failure.ts";
import type { Reference } from "../../contract/reference.ts";
import { checkEmail, checkName, checkPhone, checkText } from "../typed-rules.ts";
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
