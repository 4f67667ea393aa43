import { z } from "zod";
import { bilingual } from "./bilingual.ts";
import { boardPrintProcedures } from "./board-print-procedures.ts";
import { caseProcedures } from "./case-procedures.ts";
import { copiedTextLimit } from "./copied-text.ts";
import { copyWindowProcedures } from "./copy-window-procedures.ts";
import { courierProcedures } from "./courier-procedures.ts";
import { captureKind, noticeShown } from "./envelope.ts";
import { eventPictureProcedures } from "./event-picture-procedures.ts";
import { eventProcedures } from "./event-procedures.ts";
import { failure } from "./failure.ts";
import { captureId, language, moment, role, staffId, subjectId } from "./ids.ts";
import { keyProcedures } from "./key-procedures.ts";
import { pendingProcedures } from "./pending-procedures.ts";
import { pictureProcedures } from "./picture-procedures.ts";
import type { ProcedureName } from "./procedures.ts";
import { branch, reference } from "./reference.ts";
import { pictureBytes, refundProcedures } from "./refund-procedures.ts";
import { retentionProcedures } from "./retention-procedures.ts";
import { storedCapture } from "./stored-capture.ts";
import { supportProcedures } from "./support-procedures.ts";
import { updateProcedures } from "./update-procedures.ts";

const nothing = z.undefined();
const text = z.string().max(200);

/** What the first screen shows. */
export const deskState = z.strictObject({
  phase: z.discriminatedUnion("phase", [
    z.strictObject({ phase: z.literal("ready") }),
    z.strictObject({
      phase: z.literal("enrol"),
      address: z.string().nullable(),
      code: z.string().nullable(),
    }),
    z.strictObject({ phase: z.literal("failed"), failure }),
  ]),
  language,
  appVersion: z.string(),
  /** True on a runtime that is for development only and does not encrypt the store. */
  developmentRuntime: z.boolean(),
  /** Where the store lies, for the support line. */
  storePath: z.string(),
});
export type DeskState = z.infer<typeof deskState>;

export const signedIn = z.strictObject({ staff: staffId, name: bilingual, roles: z.array(role) });
export type SignedIn = z.infer<typeof signedIn>;

export const rosterEntry = z.strictObject({
  staff: staffId,
  name: bilingual,
  roles: z.array(role),
  locked: z.boolean(),
});
export type RosterEntry = z.infer<typeof rosterEntry>;

export const personHit = z.strictObject({
  subject: subjectId,
  name: z.string().nullable(),
  /** Masked: enough to tell two people of one name apart, too little to copy. */
  phoneHint: z.string().nullable(),
  emailHint: z.string().nullable(),
  memberNumber: z.string().nullable(),
  lastSeenAt: moment,
});
export type PersonHit = z.infer<typeof personHit>;

export const personRecord = z.strictObject({
  subject: subjectId,
  /** All captures known on this PC about this person, and those that share a contact with them, oldest first. */
  captures: z.array(storedCapture),
});
export type PersonRecord = z.infer<typeof personRecord>;

/** Why an item has not reached head office yet. The words are the screen's. */
export const waitReason = z.enum([
  "no-line",
  "captive-portal",
  "too-large",
  "too-many-requests",
  "server-error",
  "cut-off",
  "not-trusted",
  "clock",
  "update-needed",
  /** Not the line: this PC cannot write down what is sent and answered, as on a full disk. */
  "store-trouble",
  /** Head office has taken this PC out of use; what it holds goes there, sealed. */
  "revoked",
  /** The same, and it can hand nothing over: head office's own key has never come. */
  "revoked-unsealed",
]);
export type WaitReason = z.infer<typeof waitReason>;

export const syncStatus = z.strictObject({
  waiting: z.int().nonnegative(),
  parked: z.int().nonnegative(),
  /** Held for a manager's look, or gone back to whoever took it. */
  held: z.int().nonnegative(),
  oldestWaitingSince: moment.nullable(),
  /** When the oldest was taken of all that head office does not have. */
  oldestSince: moment.nullable(),
  /** How long that has been, by head office's limits. */
  lateness: z.enum(["in-time", "late", "very-late"]),
  /** Head office's clock at the last push or pull that went well. */
  lastSyncedAt: moment.nullable(),
  /** Null while the line is good or has not been tried yet. */
  trouble: waitReason.nullable(),
  sending: z.boolean(),
});
export type SyncStatus = z.infer<typeof syncStatus>;

export const paperSize = z.enum(["80mm", "A4"]);
export type PaperSize = z.infer<typeof paperSize>;

const submission = z.strictObject({
  /** Made when the form opens: the same request sent twice is one capture. */
  request: z.uuid(),
  kind: captureKind,
  payload: z.unknown(),
  amends: captureId.nullable(),
  notice: noticeShown.nullable(),
});
const submitted = z.strictObject({
  id: captureId,
  receiptNumber: z.string(),
  capturedAt: moment,
});

/** Who may call a procedure: anyone at the PC, anyone signed in, or one of the roles. */
type Callers = "anyone" | "signed-in" | readonly ("counter" | "event" | "manager")[];
type Procedure = { input: z.ZodType; output: z.ZodType; callers: Callers };

/** Each procedure's input, output (inside a Result) and callers; main parses and checks all three. */
export const procedures = {
  "desk.state": { input: nothing, output: deskState, callers: "anyone" },
  "desk.enrol": {
    input: z.strictObject({ address: text, code: text }),
    output: branch,
    callers: "anyone",
  },
  "desk.setLanguage": { input: language, output: nothing, callers: "anyone" },
  "desk.quit": { input: nothing, output: nothing, callers: "anyone" },
  /** Deletes what a desk left behind whose keys are destroyed, and begins as a new one. */
  "desk.startAnew": { input: nothing, output: nothing, callers: "anyone" },
  "session.roster": {
    input: nothing,
    output: z.strictObject({ branch: branch.nullable(), people: z.array(rosterEntry) }),
    callers: "anyone",
  },
  "session.signIn": {
    input: z.strictObject({ staff: staffId, pin: z.string().regex(/^\d{6}$/) }),
    output: signedIn,
    callers: "anyone",
  },
  "session.current": { input: nothing, output: signedIn.nullable(), callers: "anyone" },
  /** Somebody else stands behind the save that `request` will be, by their own PIN. Nobody's session changes. */
  "session.vouch": {
    input: z.strictObject({
      request: z.uuid(),
      staff: staffId,
      pin: z.string().regex(/^\d{6}$/),
    }),
    output: signedIn,
    callers: "signed-in",
  },
  "session.touch": { input: nothing, output: nothing, callers: "signed-in" },
  "session.lock": { input: nothing, output: nothing, callers: "signed-in" },
  /** The page has put this on the clipboard, or a text that begins with it. */
  "session.noteCopied": {
    input: z.strictObject({ text: z.string().max(copiedTextLimit) }),
    output: nothing,
    callers: "signed-in",
  },
  "staff.list": { input: nothing, output: z.array(rosterEntry), callers: ["manager"] },
  "staff.unlock": {
    input: z.strictObject({ staff: staffId }),
    output: nothing,
    callers: ["manager"],
  },
  "reference.read": { input: nothing, output: reference, callers: "signed-in" },
  "people.search": {
    input: z.strictObject({ text }),
    output: z.strictObject({ hits: z.array(personHit), more: z.boolean() }),
    callers: ["counter", "manager"],
  },
  "people.read": {
    input: z.strictObject({ subject: subjectId }),
    output: personRecord,
    callers: ["counter", "manager"],
  },
  "capture.submit": { input: submission, output: submitted, callers: "signed-in" },
  /** As `capture.submit`, for a capture that a masked picture belongs to: see captures/define-capture.ts. */
  "capture.submitWithPicture": {
    input: submission.extend({ picture: pictureBytes }),
    output: submitted,
    callers: "signed-in",
  },
  "capture.read": {
    input: z.strictObject({ id: captureId }),
    /** `noticeWords`: the exact words that were shown, found by their hash. */
    output: z.strictObject({ capture: storedCapture, noticeWords: z.string().nullable() }),
    callers: ["counter", "manager"],
  },
  "receipt.print": {
    input: z.strictObject({ id: captureId, size: paperSize }),
    output: nothing,
    callers: ["counter", "manager"],
  },
  "receipt.savePdf": {
    input: z.strictObject({ id: captureId, size: paperSize }),
    output: z.strictObject({ path: z.string() }),
    callers: ["counter", "manager"],
  },
  "draft.keep": {
    input: z.strictObject({ form: captureKind, body: z.string().max(100_000) }),
    output: nothing,
    callers: "signed-in",
  },
  "draft.read": {
    input: z.strictObject({ form: captureKind }),
    output: z.strictObject({ body: z.string(), keptAt: moment }).nullable(),
    callers: "signed-in",
  },
  "draft.drop": {
    input: z.strictObject({ form: captureKind }),
    output: nothing,
    callers: "signed-in",
  },
  "sync.status": { input: nothing, output: syncStatus, callers: "anyone" },
  "sync.now": { input: nothing, output: nothing, callers: "signed-in" },
  ...eventProcedures,
  ...boardPrintProcedures,
  ...pictureProcedures,
  ...copyWindowProcedures,
  ...eventPictureProcedures,
  ...pendingProcedures,
  ...caseProcedures,
  ...refundProcedures,
  ...retentionProcedures,
  ...supportProcedures,
  ...updateProcedures,
  ...keyProcedures,
  ...courierProcedures,
} as const satisfies Record<ProcedureName, Procedure>;

export type ProcedureInput<Name extends ProcedureName> = z.input<
  (typeof procedures)[Name]["input"]
>;
export type ProcedureOutput<Name extends ProcedureName> = z.output<
  (typeof procedures)[Name]["output"]
>;
