import type { Envelope } from "../../contract/envelope.ts";
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
 * whatever names something else stay as they were given. Null: it cannot be said again here.
 */
export function listFields(deps: CaptureDeps, kept: KeptCapture): PayloadField[] | null {
  const payload = readSayable(deps, kept);
  if (payload === null) return null;
  const fields: PayloadField[] = [];
  walk(payload, [], fields);
  return fields;
}

/**
 * Takes a capture that says what a parked one says, with these values put right, and with its picture. It stands
 * for itself and amends the first, or what the first amended; the first is sent no more.
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
  const known = new Set(listFields(deps, kept)?.map(({ path }) => JSON.stringify(path)));
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
      // Head office never took the first: what corrects or closes another one has to name that one.
      amends: envelope.amends === null ? envelope.id : findStanding(deps, envelope.amends),
      notice: envelope.notice,
    },
    null,
    { envelope, payload },
  );
}

/**
 * Null also where the picture that it speaks of is not here any more: it would be said without it; and where the
 * person has spoken since: said again, it would come after that and count once more.
 */
function readSayable(deps: CaptureDeps, kept: KeptCapture): object | null {
  if (!kept.parked) return null;
  const { store, definitions } = deps;
  const payload = liftStoredPayload(definitions, kept.envelope);
  if (typeof payload !== "object" || payload === null) return null;
  if (isOvertaken(deps, kept.envelope, payload)) return null;
  const mark = definitions[kept.envelope.kind]?.attachment?.read(payload) ?? null;
  const here = store.attachments.readDigest(kept.envelope.sequence);
  return (mark?.digest ?? null) === here ? payload : null;
}

/**
 * Whether after it the same person, or whatever amends it, ended something or answered anew. A withdrawal is
 * never overtaken: it ends nothing twice.
 */
function isOvertaken(
  { store, definitions }: CaptureDeps,
  first: Envelope,
  payload: object,
): boolean {
  const definition = definitions[first.kind];
  const ends = (fitting: unknown) =>
    fitting !== null && definition?.urgency(fitting) === "withdrawal";
  if (ends(readFittingPayload(definitions, first))) return false;
  const subject = readSubject(payload);
  const beside = subject === null ? [] : store.captures.listBySubject(subject);
  return [...beside, ...store.captures.listAmending(first.id)].some(({ envelope, settled }) => {
    if (envelope.sequence <= first.sequence || envelope.kind !== first.kind) return false;
    const fitting = readFittingPayload(definitions, envelope);
    if (fitting === null) return false;
    // One that was voided before it was sent answers nothing.
    const answers = settled?.how !== "void" && definition?.answersAnew?.(fitting);
    return ends(fitting) || Boolean(answers);
  });
}

/** The id of the person that a payload names, whether it fits its form or not. */
function readSubject(payload: object): string | null {
  const subject: unknown = "subject" in payload ? payload.subject : null;
  if (typeof subject === "string") return subject;
  if (typeof subject !== "object" || subject === null || !("id" in subject)) return null;
  return typeof subject.id === "string" ? subject.id : null;
}

/** The capture that stands for this one: itself, or the one that says it again. */
function findStanding(deps: CaptureDeps, id: CaptureId): CaptureId {
  const settled = deps.store.captures.readById(id)?.settled ?? null;
  return settled?.how === "again" ? findStanding(deps, settled.by) : id;
}

/** What is no word of a person: it names the act, or something or somebody else. */
const fixed: ReadonlySet<string> = new Set([
  "act",
  "id",
  "subject",
  "event",
  "attestedBy",
  "seenBy",
  "manager",
  "witness",
]);
/** What was signed, said, covered or sealed stays exactly that. */
const closed: ReadonlySet<string> = new Set([
  "signature",
  "declaration",
  "means",
  "copy",
  "answers",
  "attachment",
  "picture",
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
