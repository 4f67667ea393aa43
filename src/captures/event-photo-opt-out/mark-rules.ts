import type { Issue } from "../../contract/failure.ts";
import type { Reference } from "../../contract/reference.ts";
import { checkEmail, checkPhone, checkText } from "../typed-rules.ts";
import type { Contact, Marks, OptOut } from "./payload.ts";

type Path = Issue["path"];

/** What an opt-out and its correction have in common. A wish that nobody can match to a person is none. */
export function checkFacts(
  { event, marks }: Pick<OptOut, "event" | "marks">,
  reference: Reference,
): Issue[] {
  const issues = checkMarks(marks, event, reference);
  const isRecognisable = marks.tag !== null || marks.clothing.length > 0 || marks.zone !== null;
  return isRecognisable ? issues : [...issues, { path: ["marks"], code: "required" }];
}

/** How to recognise somebody: a zone is one of the event's, and no more are children than there are people. */
export function checkMarks(marks: Marks, event: string | null, reference: Reference): Issue[] {
  const issues = checkText(marks.tag, ["marks", "tag"]);
  if (marks.children > marks.people) {
    issues.push({ path: ["marks", "children"], code: "bad-form", limit: marks.people });
  }
  // An event that was started with no line is not in the list: its zones are known to the form only.
  const known = reference.events.find(({ id }) => id === event);
  if (known && marks.zone !== null && !known.zones.some(({ id }) => id === marks.zone)) {
    issues.push({ path: ["marks", "zone"], code: "bad-form" });
  }
  return issues;
}

/** One way to answer, in stored form. */
export function checkContact(contact: Contact | null, at: Path): Issue[] {
  if (contact === null) return [];
  const { phone, email } = contact;
  if (phone === null && email === null) return [{ path: at, code: "contact-needed" }];
  return [...checkPhone(phone, [...at, "phone"]), ...checkEmail(email, [...at, "email"])];
}
