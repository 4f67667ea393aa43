import type { z } from "zod";
import type { CaptureKind } from "../contract/envelope.ts";
import type { Issue } from "../contract/failure.ts";
import type { Role, StaffId } from "../contract/ids.ts";
import type { Reference } from "../contract/reference.ts";

/** What a capture can be found by. Phones are E.164, emails lower case; names match by any part. */
export type SearchKeys = {
  phone: readonly string[];
  email: readonly string[];
  member: readonly string[];
  /** Receipt numbers in normal form. */
  receipt: readonly string[];
  name: readonly string[];
};

/** The person a capture is about, as a list shows them. */
export type SubjectSummary = { id: string; name: string | null };

/** How long a capture is kept after it has served its purpose; head office sets the days for each class. */
export type RetentionClass = "until-withdrawn" | "evidence-of-refusal";

/** What decides the order in which captures are sent. A withdrawal goes first. */
export type Urgency = "withdrawal" | "ordinary";

/** What a kind's rules may look at besides the payload. */
export type RuleContext = {
  reference: Reference;
  /** The parsed payload of the capture that this one amends, newest version; null when it amends none. */
  amended: { kind: string; payload: unknown } | null;
  /** Who is signed in: only they may attest what a person said aloud. */
  staff: StaffId;
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
  /** Whether a notice must have been shown before this may be saved (s.23). */
  needsNotice(payload: Payload): boolean;
  /** What the law and the policy ask beyond the schema. Empty: nothing is wrong. */
  checkRules(payload: Payload, context: RuleContext): Issue[];
  searchKeys(payload: Payload): SearchKeys;
  subject(payload: Payload): SubjectSummary | null;
  urgency(payload: Payload): Urgency;
  retention(payload: Payload): RetentionClass;
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
