import type { CaptureId, Language, SubjectId } from "../../contract/ids.ts";
import type { PersonRecord } from "../../contract/ipc.ts";
import type { StoredCapture } from "../../contract/stored-capture.ts";
import { type ConsentState, foldConsent } from "./consent-fold.ts";
import { type Contacts, type Decision, type Payload, payload, type Subject } from "./payload.ts";

/** A stored payload of this kind; null once purged, or where it is another kind's. */
export function readStored(capture: StoredCapture): Payload | null {
  if (capture.header.kind !== "marketing-consent" || capture.payload === null) return null;
  // Main parsed and upcast it; what does not parse here is newer than this page and is not guessed at.
  const read = payload.safeParse(capture.payload);
  return read.success ? read.data : null;
}

/** What a person has agreed to, as far as this PC knows. */
export function foldRecord(record: PersonRecord): ConsentState {
  const own = record.captures.filter((capture) => readStored(capture) !== null);
  return foldConsent(record.subject, own);
}

/** The language in which a person was last told; null: never. */
export function findSpokenLanguage(
  record: PersonRecord | null,
  subject: SubjectId,
): Language | null {
  if (record === null) return null;
  const told = record.captures.findLast((capture) => {
    const read = readStored(capture);
    return (
      capture.header.notice !== null && read?.act === "decision" && read.subject.id === subject
    );
  });
  return told?.header.notice?.language ?? null;
}

/** The latest decision of the person that still counts: what a correction amends. Null: there is none. */
export function findCorrectable(
  record: PersonRecord,
): { capture: CaptureId; decision: Decision } | null {
  const { history } = foldRecord(record);
  const entry = history.findLast(
    ({ act, own, voidedBy }) => act === "decision" && own && !voidedBy,
  );
  const capture = record.captures.find(({ header }) => header.id === entry?.capture);
  const decision = capture && readStored(capture);
  return capture && decision?.act === "decision" ? { capture: capture.header.id, decision } : null;
}

/**
 * The person's latest details, with contacts of earlier captures where the latest has none: a decision keeps
 * only what its channels need, but whoever comes back need not tell it again, and a withdrawal reaches all
 * that is known by any of them.
 */
export function findKnownSubject(record: PersonRecord): Subject | null {
  const { details, history } = foldRecord(record);
  if (details === null) return null;
  const counting = history
    .filter(({ own, voidedBy }) => own && !voidedBy)
    .map(({ capture }) => capture);
  const earlier = record.captures
    .filter(({ header }) => counting.includes(header.id))
    .toSorted((a, b) => counting.indexOf(b.header.id) - counting.indexOf(a.header.id))
    .flatMap((capture) => {
      const read = readStored(capture);
      return read && read.act !== "void" && read.subject ? [read.subject.contacts] : [];
    });
  const find = (key: keyof Contacts) =>
    details.contacts[key] ?? earlier.find((contacts) => contacts[key] !== null)?.[key] ?? null;
  return {
    ...details,
    contacts: {
      phone: find("phone"),
      email: find("email"),
      line: find("line"),
      address: find("address"),
    },
  };
}
