import {
  defineCapture,
  type GroupedCapture,
  type NeedContext,
  type SearchKeys,
} from "../define-capture.ts";
import { foldCase, groupCases } from "./case-fold.ts";
import { isClosed } from "./case-state.ts";
import { findDueDate, readReceivedOn } from "./due-date.ts";
import { type Payload, payload } from "./payload.ts";
import { checkRules } from "./rules.ts";

/** A right that somebody claims at the counter, and what the counter does with it until it is answered. */
export const rightsRequest = defineCapture<Payload>({
  kind: "rights-request",
  version: 1,
  payload,
  upcasts: {},
  roles: ["counter", "manager"],
  // The words that are signed say what the data is used for; a right never waits for another text.
  needsNotice: () => false,
  checkRules,
  searchKeys,
  subject: (item) => {
    if (item.act === "request" || item.act === "correct") {
      return { id: item.subject.id, name: item.subject.name };
    }
    if (item.act === "authority-letter" || item.subject === null) return null;
    return { id: item.subject, name: null };
  },
  urgency: (item) => (isUrgent(item) ? "withdrawal" : "ordinary"),
  // Requests and what became of them are themselves a record the law asks for (s.39).
  retention: () => "rights-record",
  takeOut: (item, reason) => {
    if (item.act === "request") return { act: "void", subject: item.subject.id, reason };
    return item.act === "authority-letter" ? { act: "void", subject: null, reason } : null;
  },
  dueOn: (item, header) => {
    if (item.act !== "request") return null;
    const receivedOn = readReceivedOn(header);
    // Footage is deleted by itself: to hold it is due at once.
    return item.footage?.hold ? receivedOn : findDueDate(receivedOn);
  },
  review: (item) => {
    // The clock of s.30 runs: of what follows a request nothing waits for anybody's look.
    if (item.act === "answer-question" || item.act === "hand-over") return null;
    return item.act === "request" && item.identity.how === "later" ? ["identity-unseen"] : [];
  },
  isStillNeeded,
});

/** A request that nobody has answered yet. */
function isStillNeeded(group: readonly GroupedCapture[], { cases }: NeedContext): boolean {
  const numbered = group.map((item) => ({ ...item, receiptNumber: "" }));
  return [...groupCases(numbered)].some(([id, captures]) => {
    const record = foldCase(id, captures, cases.find((item) => item.id === id) ?? null);
    return record !== null && !record.isVoided && !isClosed(record.progress);
  });
}

/** Footage is deleted by itself, and a consent that is taken back ends now: neither waits for its turn. */
function isUrgent(item: Payload): boolean {
  if (item.act !== "request") return false;
  return item.footage?.hold === true || item.right === "withdraw-consent";
}

function searchKeys(item: Payload): SearchKeys {
  const known = item.act === "request" || item.act === "correct" ? item.subject : null;
  return {
    phone: list(known?.phone),
    email: list(known?.email),
    member: list(known?.memberNumber),
    receipt: [],
    name: list(known?.name),
  };
}

function list(text: string | null | undefined): string[] {
  const trimmed = text?.trim();
  return trimmed ? [trimmed] : [];
}
