import { liftPayload, parsePayload, readPayload } from "../../captures/capture-reading.ts";
import type { AnyCaptureDefinition, RuleContext } from "../../captures/define-capture.ts";
import type { Envelope } from "../../contract/envelope.ts";
import { fail, type Result, succeed } from "../../contract/failure.ts";
import type { Store } from "../store/open-store.ts";

type Definitions = Readonly<Record<string, AnyCaptureDefinition>>;

/** The payload of a stored capture in its newest form; null once it is purged, or of a kind not known here. */
export function readStoredPayload(definitions: Definitions, item: Envelope): unknown {
  const definition = definitions[item.kind];
  if (!definition || item.payload === null) return null;
  return readPayload(definition, item.version, JSON.parse(item.payload));
}

/** As `readStoredPayload`, where it may not fit its form, as of what head office set aside: then null. */
export function readFittingPayload(definitions: Definitions, item: Envelope): unknown {
  const lifted = liftStoredPayload(definitions, item);
  const definition = definitions[item.kind];
  if (!definition || lifted === null) return null;
  const read = parsePayload(definition, lifted);
  return read.ok ? read.value : null;
}

/** What is stored in its newest form, whether it fits or not; null: purged, or not known here. */
export function liftStoredPayload(definitions: Definitions, item: Envelope): unknown {
  const definition = definitions[item.kind];
  if (!definition || item.payload === null || item.version > definition.version) return null;
  return liftPayload(definition, item.version, JSON.parse(item.payload));
}

/** Whether this version knows the form of the payload: another device may run a newer one. */
export function isReadable(definitions: Definitions, item: Envelope): boolean {
  const definition = definitions[item.kind];
  return definition !== undefined && item.version <= definition.version;
}

/**
 * The capture that another one is about to amend, as its rules may see it. A capture that was taken out by
 * a void is gone for good: nothing amends it any more.
 */
export function findAmended(
  store: Store,
  definitions: Definitions,
  { id, payload: amending }: { id: string | null; payload: unknown },
): Result<RuleContext["amended"]> {
  if (id === null) return succeed(null);
  // At an event any laptop may correct what another one took.
  const own = store.captures.readById(id);
  const amended = own ?? store.relayed.readById(id);
  if (amended === null) return fail({ code: "not-found" });
  const earlier = [...store.captures.listAmending(id), ...store.relayed.listAmending(id)];
  const isVoided = earlier.some(
    ({ envelope }) =>
      isReadable(definitions, envelope) && takesOut(readFittingPayload(definitions, envelope)),
  );
  if (isVoided) return fail({ code: "already-amended" });
  // Of what head office set aside nobody knows that it fits. To be taken out it need not: or it would lie there
  // for ever.
  const payload =
    takesOut(amending) && own?.parked
      ? liftStoredPayload(definitions, amended.envelope)
      : readFittingPayload(definitions, amended.envelope);
  return succeed(payload === null ? null : { kind: amended.envelope.kind, payload });
}

/**
 * The payload of a capture that takes this one out; null: it stands. Also of one that fits no form, as far as it
 * can be read.
 */
export function writeVoid(definitions: Definitions, item: Envelope, reason: string): unknown {
  const definition = definitions[item.kind];
  const payload = liftStoredPayload(definitions, item);
  if (!definition?.takeOut || payload === null) return null;
  let written: unknown;
  try {
    written = definition.takeOut(payload, reason);
  } catch (error) {
    // Of a payload that fits, this is a fault in the kind's definition.
    if (parsePayload(definition, payload).ok) throw error;
    return null;
  }
  return written !== null && parsePayload(definition, written).ok ? written : null;
}

/** Every kind calls its acts by name, and the one that takes a capture out `void`. */
export function takesOut(payload: unknown): boolean {
  return (
    typeof payload === "object" && payload !== null && "act" in payload && payload.act === "void"
  );
}
