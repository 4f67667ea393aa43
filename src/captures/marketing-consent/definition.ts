import { defineCapture, type RetentionClass, type SearchKeys } from "../define-capture.ts";
import { makeVoid } from "./amend-payload.ts";
import { type Payload, payload } from "./payload.ts";
import { checkRules } from "./rules.ts";

/** What a person was asked about marketing, answered, took back, or had put right. */
export const marketingConsent = defineCapture<Payload>({
  kind: "marketing-consent",
  version: 1,
  payload,
  upcasts: {},
  roles: ["counter", "manager"],
  // s.23 speaks of collecting. Refusing and taking back must never wait for a text to be read.
  needsNotice: (item) => item.act === "decision",
  checkRules,
  searchKeys,
  subject: (item) => {
    if (item.act === "void") return item.subject === null ? null : { id: item.subject, name: null };
    return item.subject && { id: item.subject.id, name: item.subject.name };
  },
  urgency: (item) => (item.act === "withdrawal" ? "withdrawal" : "ordinary"),
  // "No, thank you" ends nothing that was said before.
  answersAnew: (item) => item.act === "decision",
  retention,
  takeOut: (item, reason) =>
    item.act === "withdrawal" || item.act === "void" ? null : makeVoid(item, reason),
  review: (item) => {
    if (item.act === "no-thank-you" || item.act === "withdrawal") return null;
    return item.act === "decision" && item.guardian !== null ? ["minor"] : [];
  },
});

function searchKeys(item: Payload): SearchKeys {
  const known = item.act === "void" ? null : item.subject;
  return {
    phone: list(known?.contacts.phone),
    email: list(known?.contacts.email),
    member: list(known?.memberNumber),
    // So that the withdrawal is found from the receipt of the capture it reaches.
    receipt: item.act === "withdrawal" ? item.receipts : [],
    name: list(known?.name),
  };
}

function list(text: string | null | undefined): string[] {
  const trimmed = text?.trim();
  return trimmed ? [trimmed] : [];
}

function retention(item: Payload): RetentionClass {
  switch (item.act) {
    case "decision":
      return item.answers.some((given) => given.answer === "yes")
        ? "until-withdrawn"
        : "evidence-of-refusal";
    case "no-thank-you":
    case "withdrawal":
      return "evidence-of-refusal";
    // These live as long as the decision they amend: without them it would stand again as it was.
    case "correction":
    case "void":
      return "until-withdrawn";
  }
}
