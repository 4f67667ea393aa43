import type { z } from "zod";
import type { AttachmentMark, AttachmentPurpose } from "../contract/attachment.ts";
import type { PublishedCase } from "../contract/case.ts";
import type { CaptureKind, EnvelopeHeader } from "../contract/envelope.ts";
import type { EventWord, TakeDownAnswer } from "../contract/event.ts";
import type { Issue } from "../contract/failure.ts";
import type { CaptureId, Role, StaffId } from "../contract/ids.ts";
import type { HoldCondition } from "../contract/pending-rules.ts";
import type { Reference } from "../contract/reference.ts";

/** What a capture can be found by. Phones are E.164, emails lower case; names match by any part. */
export type SearchKeys = {
  phone: readonly string[];
  email: readonly string[];
  member: readonly string[];
  /** Receipt numbers in normal form. */
  receipt: readonly string[];
  name: readonly string[];
  /** What captures belong to together, such as `event songkran-2026`; exact, and never shown. */
  group?: readonly string[];
};

/** The person a capture is about, as a list shows them. */
export type SubjectSummary = { id: string; name: string | null };

/** How long a capture is kept after it has served its purpose; head office sets the days for each class. */
export const retentionClasses = [
  "until-withdrawn",
  "evidence-of-refusal",
  /** What helps to recognise people at an event: goes some days after its close-out. */
  "until-event-closed",
  /** Papers of a refund. */
  "refund",
  /** That an event was run as it should be: counts, hand-overs, the close-out. */
  "record-of-event",
  /** Requests and what became of them (s.39). */
  "rights-record",
] as const;
export type RetentionClass = (typeof retentionClasses)[number];

/** What decides the order in which captures are sent. A withdrawal goes first. */
export type Urgency = "withdrawal" | "ordinary";

/** What a kind's rules may look at besides the payload. */
export type RuleContext = {
  reference: Reference;
  /** The parsed payload of the capture that this one amends, newest version; null when it amends none. */
  amended: { kind: string; payload: unknown } | null;
  /** Who is signed in: only they may attest what a person said aloud. */
  staff: StaffId;
  /** Those who stand behind this save with their PIN: who is signed in, and whoever was called to it. */
  vouchers?: readonly Voucher[];
};

export type Voucher = { staff: StaffId; roles: readonly Role[] };

/** A capture of a group. `payload` is parsed and of the newest version; null once purged. */
export type GroupedCapture = { header: EnvelopeHeader; payload: unknown };

/** What of a group may go. */
export type Expired = {
  captures: CaptureId[];
  /** Nobody works at this group any more: what was kept beside its captures may go too. */
  isOver: boolean;
};

/** What retention looks at besides the captures. */
export type RetentionContext = {
  events: Reference["events"];
  eventSettings: Reference["eventSettings"];
  takeDownAnswers: readonly TakeDownAnswer[];
  /** Head office's clock as far as it is known, in ms since 1970. */
  now: number;
};

/** What the question whether the counter still needs something looks at besides the captures. */
export type NeedContext = { cases: readonly PublishedCase[] };

/** What a kind has pictures for, and where its payload says which one belongs to it. */
export type AttachmentUse = {
  /** What the picture of this untrusted payload is for. */
  purpose(payload: unknown): AttachmentPurpose;
  /** Also of a payload that does not fit its form, as head office may have refused it. */
  read(payload: unknown): AttachmentMark | null;
  /** The untrusted payload of a form, which cannot know the sealed bytes, with what is known of them now. */
  write(payload: unknown, mark: AttachmentMark): unknown;
};

/** Everything the rest of the software knows about one kind of capture. */
export type CaptureDefinition<Payload> = {
  kind: CaptureKind;
  /** The version that `payload` describes. */
  version: number;
  payload: z.ZodType<Payload>;
  /** From version n, the way to n + 1. Old captures are read through these, never rewritten. */
  upcasts: Readonly<Record<number, (old: unknown) => unknown>>;
  roles: readonly Role[];
  /** Who may take this very payload, where an act asks for other roles than its kind. */
  rolesFor?(payload: Payload): readonly Role[];
  /** Whether a notice must have been shown before this may be saved (s.23). */
  needsNotice(payload: Payload): boolean;
  /** What the law and the policy ask beyond the schema. Empty: nothing is wrong. */
  checkRules(payload: Payload, context: RuleContext): Issue[];
  searchKeys(payload: Payload): SearchKeys;
  subject(payload: Payload): SubjectSummary | null;
  urgency(payload: Payload): Urgency;
  /**
   * Whether this answers anew what the same person answered before: then the earlier one is not said again, since
   * it would come after this one. Left out: it answers nothing anew. A withdrawal always has the last word.
   */
  answersAnew?(payload: Payload): boolean;
  retention(payload: Payload): RetentionClass;
  /** The payload of a capture that takes this one out; null: it stands. Left out: null. */
  takeOut?(payload: Payload, reason: string): unknown;
  /** The day by which something must be done about this, ISO: by law, or before a machine forgets. Left out: none. */
  dueOn?(payload: Payload, header: EnvelopeHeader): string | null;
  /**
   * What of this a manager may be asked to look at before it is sent; null: it never waits for that, since it
   * ends or prevents something. Left out: null. Withdrawals never wait, whatever this says.
   */
  review?(payload: Payload): HoldCondition[] | null;
  /**
   * The captures of one group whose content may go now: asked with all of the group that is kept, from every
   * device. A kind without it keeps its content.
   */
  listExpired?(group: readonly GroupedCapture[], context: RetentionContext): Expired;
  /**
   * Whether the counter still works at something of a person's captures of this kind: then none of the person's
   * captures leaves this PC yet. Left out: never.
   */
  isStillNeeded?(group: readonly GroupedCapture[], context: NeedContext): boolean;
  /** What this says of an event as a whole; null: nothing. */
  eventWord?(payload: Payload): EventWord | null;
  /** How a capture speaks of the sealed picture that belongs to it; a kind without pictures leaves it out. */
  attachment?: AttachmentUse;
};

/** A definition whose payload type is not known to the caller; made only by `defineCapture`. */
export type AnyCaptureDefinition = CaptureDefinition<unknown>;

/** Checks a definition's type against its own schema and hands it on for the registry. */
export function defineCapture<Payload>(
  definition: CaptureDefinition<Payload>,
): AnyCaptureDefinition {
  // Sound because every caller parses with `payload` before it calls anything else of the definition.
  return definition as unknown as AnyCaptureDefinition;
}
