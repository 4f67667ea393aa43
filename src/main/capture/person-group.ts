import { formReceiptNumber } from "../../captures/receipt-number.ts";
import type { KeptCapture } from "../store/captures.ts";
import { isReadable, readStoredPayload } from "./amended-capture.ts";
import type { CaptureDeps } from "./capture-deps.ts";

type GroupDeps = Pick<CaptureDeps, "store" | "definitions">;

/**
 * All captures with content that bear on each other: those of one person, those that share a phone, an email, a
 * member or a receipt number with any of these, and what amends any of them, as far as that goes. Only all of
 * it together may go: a consent without the withdrawal that ended it would count again. Events have groups of
 * their own. Null: something of it this version cannot read, so nobody knows what it belongs to.
 */
export function gatherGroup(deps: GroupDeps, first: KeptCapture): KeptCapture[] | null {
  const { captures } = deps.store;
  const found = new Map<number, KeptCapture>();
  const open = [first];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const { envelope } = item;
    if (found.has(envelope.sequence) || envelope.payload === null) continue;
    if (!isReadable(deps.definitions, envelope)) return null;
    if (!isOfPeople(deps, envelope.kind)) continue;
    found.set(envelope.sequence, item);
    open.push(...listBeside(deps, item), ...captures.listAmending(envelope.id));
    const amended = envelope.amends === null ? null : captures.readById(envelope.amends);
    if (amended) open.push(amended);
  }
  return [...found.values()];
}

/** Kinds with an end of their own are not a person's: see `listExpired`. */
export function isOfPeople({ definitions }: Pick<GroupDeps, "definitions">, kind: string): boolean {
  const definition = definitions[kind];
  return definition !== undefined && definition.listExpired === undefined;
}

/** Those of the same person, and those that share a key. */
function listBeside({ store, definitions }: GroupDeps, { envelope }: KeptCapture): KeptCapture[] {
  const definition = definitions[envelope.kind];
  const payload = readStoredPayload(definitions, envelope);
  if (!definition || payload === null) return [];
  const keys = definition.searchKeys(payload);
  const deviceNumber = store.device.readEnrolment()?.deviceNumber;
  // Captures exist only on an enrolled desk.
  if (deviceNumber === undefined) throw new Error("captures without an enrolment");
  const receipt = [...keys.receipt, formReceiptNumber(deviceNumber, envelope.sequence)];
  const subject = definition.subject(payload);
  return [
    ...store.captures.listSharing({ ...keys, receipt }),
    ...(subject === null ? [] : store.captures.listBySubject(subject.id)),
  ];
}
