import { z } from "zod";
import { eventPlan, event as knownEvent, takeDownAnswer } from "./event.ts";
import { branchId, captureId, eventId, moment } from "./ids.ts";
import { type InboxProcedure, nothing } from "./inbox-procedure.ts";

/** A request to take a published picture down, as head office sees to it. */
export const takeDownListed = z.strictObject({
  capture: captureId,
  receiptNumber: z.string(),
  event: eventId.nullable(),
  branch: branchId,
  askedAt: moment,
  /** Null: nobody has looked at it. `taken-back`: the person asks no more. */
  outcome: z.enum([...takeDownAnswer.shape.outcome.options, "taken-back"]).nullable(),
  /** As they were told; null also once they are purged. */
  words: z.string().nullable(),
  answeredAt: moment.nullable(),
  /** What was said at the desk; null once it is purged. */
  asked: z
    .strictObject({
      /** Of the page; null where none was given. */
      address: z.string().nullable(),
      /** Not a request, but a consent that was taken back: by what it is found. */
      consent: z
        .strictObject({ name: z.string().nullable(), receipts: z.array(z.string()) })
        .nullable(),
      /** In the person's words. */
      where: z.string().nullable(),
      saidBy: z.enum(["person", "guardian"]),
      /** How to find the person in the picture, as the capture has it; null where nobody noted it. */
      marks: z.record(z.string(), z.unknown()).nullable(),
      /** Phone or email; null: no answer is wanted. */
      contact: z.string().nullable(),
    })
    .nullable(),
  /** A sealed picture of where it was seen; `coming`: announced, and not whole here yet. */
  picture: z.enum(["none", "coming", "here", "destroyed"]),
  /** What to open it by; null unless it is here. */
  pictureCapture: captureId.nullable(),
});
export type TakeDownListed = z.infer<typeof takeDownListed>;

const line = z.string().trim().min(1).max(120);

/** An event as the DPO writes it; how it stands is head office's to say. */
export const eventDraft = z.strictObject({
  ...eventPlan.shape,
  name: z.strictObject({ th: line, en: line }),
  place: z.strictObject({ th: line, en: line }),
  days: eventPlan.shape.days.refine((days) =>
    days.every((day, at) => at === 0 || day > (days[at - 1] ?? "")),
  ),
  branches: knownEvent.shape.branches,
});
export type EventDraft = z.infer<typeof eventDraft>;

const oneEvent = z.strictObject({ id: eventId });

/** Events of all branches, and what was asked about their pictures. */
export const inboxEventProcedures = {
  "events.save": {
    summary: "Plan an event or change one; a proposed one stays proposed, a closed one closed",
    input: eventDraft,
    output: nothing,
    callers: "dpo",
  },
  "events.confirm": {
    summary: "Confirm an event that a shop started",
    input: oneEvent,
    output: nothing,
    callers: "dpo",
  },
  "events.close": {
    summary: "Close a confirmed event that no shop closed; the days until the purge begin",
    input: oneEvent,
    output: nothing,
    callers: "dpo",
  },
  "takeDowns.list": {
    summary: "Requests to take a published picture down: the open ones, oldest first, and the rest",
    input: nothing,
    output: z.strictObject({
      open: z.array(takeDownListed),
      /** Answered for good or taken back, newest first; at most 200. */
      answered: z.array(takeDownListed),
    }),
    callers: "signed-in",
  },
  "takeDowns.answer": {
    summary: "Answer a request; the shop reads the answer at its next sync",
    input: z.strictObject({
      capture: captureId,
      outcome: takeDownAnswer.shape.outcome,
      /** Needed for a refusal. */
      words: z.string().trim().max(1000),
    }),
    output: nothing,
    callers: "dpo",
  },
} as const satisfies Record<string, InboxProcedure>;
