import { fail, type Result } from "../../contract/failure.ts";
import type { CaptureId } from "../../contract/ids.ts";
import type { PayloadField } from "../../contract/pending-procedures.ts";
import type { KeptCapture } from "../store/captures.ts";
import { liftStoredPayload, readFittingPayload } from "./amended-capture.ts";
import type { CaptureDeps } from "./capture-deps.ts";
import { type CaptureAnswer, type Capturer, submitCapture } from "./submit-capture.ts";

type Path = PayloadField["path"];

/**
 * The values that can be put right of a capture that head office refused: its words. Choices, signatures and
 * whatever names something else stay as they were given. Empty: it cannot be said again here.
 */
export function listFields(deps: CaptureDeps, kept: KeptCapture): PayloadField[] {
  const payload = readSayable(deps, kept);
  if (payload === null) return [];
  const fields: PayloadField[] = [];
  walk(payload, [], fields);
  return fields;
}

/**
 * Takes a capture that says what a parked one says, with these values put right. It amends the first and
 * stands for itself; the first is sent no more.
 */
export function sayAgain(
  deps: CaptureDeps,
  who: Capturer,
  input: { id: CaptureId; request: string; fields: readonly PayloadField[] },
): Result<CaptureAnswer> {
  const kept = deps.store.captures.readById(input.id);
  if (kept === null) return fail({ code: "not-found" });
  const payload = readSayable(deps, kept);
  if (payload === null) return fail({ code: "not-sayable" });
  const { envelope } = kept;
  const known = new Set(listFields(deps, kept).map(({ path }) => JSON.stringify(path)));
  const changed = structuredClone(payload);
  for (const { path, value } of input.fields) {
    if (!known.has(JSON.stringify(path))) return fail({ code: "not-sayable" });
    put(changed, path, value);
  }
  return submitCapture(
    deps,
    who,
    {
      request: input.request,
      // Only kinds with a definition are sayable, and these are the kinds of the contract.
      kind: envelope.kind as Parameters<typeof submitCapture>[2]["kind"],
      payload: changed,
      amends: envelope.id,
      notice: envelope.notice,
    },
    null,
    { envelope, payload },
  );
}

/** A picture is sealed for one capture and no other, so a capture with one cannot be said again. */
function readSayable(deps: CaptureDeps, kept: KeptCapture): object | null {
  if (!kept.parked) return null;
  const payload = liftStoredPayload(deps.definitions, kept.envelope);
  if (typeof payload !== "object" || payload === null) return null;
  const fitting = readFittingPayload(deps.definitions, kept.envelope);
  const { attachment } = deps.definitions[kept.envelope.kind] ?? {};
  // What does not fit its form cannot be asked whether it has a picture: where it may, it stays as it is.
  const isWithout =
    attachment === undefined || (fitting !== null && attachment.read(fitting) === null);
  return isWithout ? payload : null;
}

/** What is no word of a person: it names the act, or something or somebody else. */
const fixed: ReadonlySet<string> = new Set([
  "act",
  "id",
  "subject",
  "event",
  "attestedBy",
  "seenBy",
]);
/** What was signed, said or covered stays exactly that. */
const closed: ReadonlySet<string> = new Set([
  "signature",
  "declaration",
  "means",
  "copy",
  "answers",
]);

function walk(value: unknown, path: Path, fields: PayloadField[]): void {
  const key = path.at(-1);
  if (typeof value === "string" || value === null) {
    if (typeof key === "string" && !fixed.has(key)) fields.push({ path, value });
    return;
  }
  if (typeof value !== "object") return;
  if (typeof key === "string" && closed.has(key)) return;
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  for (const [name, inner] of entries) walk(inner, [...path, name], fields);
}

/** Within a copy of the payload, where a field is known to be. */
function put(target: object, path: Path, value: string | null): void {
  let at = target as Record<string | number, unknown>;
  for (const name of path.slice(0, -1)) at = at[name] as Record<string | number, unknown>;
  at[path.at(-1) as string | number] = value;
}
