import { z } from "zod";
import { branchPicture } from "./branch-picture.ts";
import { issue } from "./failure.ts";
import { captureId, moment, staffId } from "./ids.ts";
import { holdReason } from "./pending-rules.ts";
import { storedCapture } from "./stored-capture.ts";

/** Longest note of a manager to whoever took a capture, in characters. */
export const noteLimit = 300;

const pendingStates = [
  "waiting",
  /** On its way to head office just now. */
  "sending",
  /** Head office set it aside. */
  "parked",
  /** A manager looks at it first. */
  "held",
  /** Held, and gone back to whoever took it, with a note. */
  "given-back",
  /** Let go by a manager, who can still take that back. */
  "released",
] as const;

export const pendingItem = z.strictObject({
  id: captureId,
  /** The capture itself, or the sealed picture that belongs to it and goes after it. */
  part: z.enum(["capture", "picture"]),
  kind: z.string(),
  receiptNumber: z.string(),
  /** Whom it is about, where it says so. */
  about: z.string().nullable(),
  urgency: z.enum(["withdrawal", "ordinary"]),
  /** By when something must be done about it, ISO date. */
  dueOn: z.iso.date().nullable(),
  state: z.enum(pendingStates),
  capturedAt: moment,
  staff: staffId,
  tries: z.int().nonnegative(),
  lastTriedAt: moment.nullable(),
  nextTryAt: moment.nullable(),
  /** Why it was not sent: a line trouble, or head office's reason for parking it. */
  reason: z.string().nullable(),
  /** Which fields head office found at fault. */
  issues: z.array(issue),
  /** Why it is held; empty: it is not. */
  holdReasons: z.array(holdReason),
  /** The manager's words to whoever took it. */
  note: z.string().nullable(),
});
export type PendingItem = z.infer<typeof pendingItem>;

/** One value of a payload that may be put right: where it is, and what stands there. */
export const payloadField = z.strictObject({
  path: z
    .array(z.union([z.string(), z.number()]))
    .min(1)
    .max(12),
  value: z.string().max(6000).nullable(),
});
export type PayloadField = z.infer<typeof payloadField>;

const nothing = z.undefined();
const one = z.strictObject({ id: captureId });

/** What head office does not have yet, and what a manager decides about it. */
export const pendingProcedures = {
  /** The most urgent first: see main/capture/pending-order.ts. */
  "pending.list": { input: nothing, output: z.array(pendingItem), callers: ["manager"] },
  "pending.retry": {
    input: z.strictObject({ ids: z.union([z.literal("all"), z.array(captureId).max(1000)]) }),
    output: nothing,
    callers: ["manager"],
  },
  "pending.read": {
    input: one,
    output: z.strictObject({
      /** The capture's, then its picture's. */
      items: z.array(pendingItem).min(1),
      capture: storedCapture,
      /** What can be put right of it to say it again; null: it cannot be said again, or it is not set aside. */
      fields: z.array(payloadField).nullable(),
      /** Whether it can be taken out. */
      isVoidable: z.boolean(),
    }),
    callers: ["manager"],
  },
  /** With all that belong to it. It goes as soon as the line is well. */
  "pending.release": { input: one, output: nothing, callers: ["manager"] },
  "pending.takeBack": { input: one, output: nothing, callers: ["manager"] },
  "pending.giveBack": {
    input: one.extend({ words: z.string().trim().min(1).max(noteLimit) }),
    output: nothing,
    callers: ["manager"],
  },
  /** A new capture that takes a held or parked one out, with the reason; head office gets both. */
  "pending.void": {
    input: one.extend({ request: z.uuid(), reason: z.string().max(noteLimit) }),
    output: one,
    callers: ["manager"],
  },
  /**
   * A new capture that says what a parked one says, with these values put right, and amends it. Without any where
   * nothing of it is wrong, but another capture has its place at head office.
   */
  "pending.sayAgain": {
    input: one.extend({ request: z.uuid(), fields: z.array(payloadField).max(50) }),
    output: one,
    callers: ["manager"],
  },
  /** How the devices of this branch stand, asked of head office now. */
  "branch.read": { input: nothing, output: branchPicture, callers: ["manager"] },
  /** What a manager gave back to whoever is signed in. */
  "pending.mine": {
    input: nothing,
    output: z.array(z.strictObject({ item: pendingItem, capture: storedCapture })),
    callers: "signed-in",
  },
} as const;
