import { z } from "zod";
import { captureId, moment } from "./ids.ts";
import { inboxCaseRow, officeCapture } from "./inbox-case-procedures.ts";
import type { InboxProcedure } from "./inbox-procedure.ts";

/**
 * Why a record is taken to be about this person. `name`: it bears their name and perhaps nothing else, as a refund
 * and a photo consent do.
 */
export const matchReason = z.enum(["same-person", "phone", "email", "member", "name", "amends"]);
export type MatchReason = z.infer<typeof matchReason>;

/** Whether a record is this person's beyond doubt: two people may have one name. */
export function isSurelyTheirs(matchedBy: readonly MatchReason[]): boolean {
  return !matchedBy.includes("name") || matchedBy.some((reason) => sureReasons.has(reason));
}

const sureReasons: ReadonlySet<MatchReason> = new Set(["same-person", "phone", "email", "member"]);

export const personRecordFound = z.strictObject({
  capture: officeCapture,
  matchedBy: z.array(matchReason).min(1),
  /** Belonging to a request for rights: its case. */
  case: captureId.nullable(),
  /** A sealed copy of a document: its bytes are here until it is destroyed. */
  copy: z
    .strictObject({
      size: z.int().nonnegative(),
      wholeAt: moment.nullable(),
      destroyedAt: moment.nullable(),
    })
    .nullable(),
});
export type PersonRecordFound = z.infer<typeof personRecordFound>;

/** Why a record stays though its erasure was asked for. */
export const keepReason = z.enum(["tax", "dispute", "other-law"]);
export type KeepReason = z.infer<typeof keepReason>;

const ofCase = { case: captureId };

/** What is done for one person, out of a case. */
export const inboxPersonProcedures = {
  "people.gather": {
    summary: "All that head office has on the person of a case, from all branches; written down",
    input: z.strictObject(ofCase),
    output: z.strictObject({
      records: z.array(personRecordFound),
      cases: z.array(inboxCaseRow),
      restrictedSince: z.iso.date().nullable(),
      gatheredAt: moment,
    }),
    callers: "dpo",
  },
  "people.erase": {
    summary:
      "Erase the content of records here and on every device; written down, with what stays and why",
    input: z.strictObject({
      ...ofCase,
      captures: z.array(captureId).min(1).max(5000),
      stays: z.array(z.strictObject({ capture: captureId, why: keepReason })).max(5000),
    }),
    output: z.strictObject({
      erased: z.int().nonnegative(),
      /** Whether the database's files were rewritten, so that no trace is left in them. */
      scrubbed: z.boolean(),
    }),
    callers: "dpo",
  },
  "people.setRestricted": {
    summary: "Mark the person of a case as not to be used, or take the mark away",
    input: z.strictObject({ ...ofCase, restricted: z.boolean() }),
    output: z.strictObject({ subjects: z.int().nonnegative() }),
    callers: "dpo",
  },
} as const satisfies Record<string, InboxProcedure>;
