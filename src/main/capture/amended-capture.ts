import { readPayload } from "../../captures/capture-reading.ts";
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

/**
 * The capture that another one is about to amend, as its rules may see it. A capture that was taken out by
 * a void is gone for good: nothing amends it any more.
 */
export function findAmended(
  store: Store,
  definitions: Definitions,
  id: string | null,
): Result<RuleContext["amended"]> {
  if (id === null) return succeed(null);
  const amended = store.captures.readById(id);
  if (amended === null) return fail({ code: "not-found" });
  const isVoided = store.captures
    .listAmending(id)
    .some(({ envelope }) => takesOut(readStoredPayload(definitions, envelope)));
  if (isVoided) return fail({ code: "already-amended" });
  const payload = readStoredPayload(definitions, amended.envelope);
  return succeed(payload === null ? null : { kind: amended.envelope.kind, payload });
}

/** Every kind calls its acts by name, and the one that takes a capture out `void`. */
function takesOut(payload: unknown): boolean {
  return (
    typeof payload === "object" && payload !== null && "act" in payload && payload.act === "void"
  );
}
