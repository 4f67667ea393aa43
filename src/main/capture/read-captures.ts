import { formReceiptNumber } from "../../captures/receipt-number.ts";
import { type CaptureKind, readHeader } from "../../contract/envelope.ts";
import { fail, type Result, succeed } from "../../contract/failure.ts";
import type { CaptureId, SubjectId } from "../../contract/ids.ts";
import type { PersonRecord, ProcedureOutput } from "../../contract/ipc.ts";
import type { StoredCapture } from "../../contract/stored-capture.ts";
import type { KeptCapture } from "../store/captures.ts";
import type { ExactKeys } from "../store/exact-keys.ts";
import { readStoredPayload } from "./amended-capture.ts";
import type { CaptureDeps } from "./capture-deps.ts";

type ReadDeps = Pick<CaptureDeps, "store" | "definitions">;

/** One capture, with the exact words of the notice that was shown before it. */
export function readCapture(
  deps: ReadDeps,
  id: CaptureId,
): Result<ProcedureOutput<"capture.read">> {
  const kept = deps.store.captures.readById(id);
  if (kept === null) return fail({ code: "not-found" });
  const { notice } = kept.envelope;
  return succeed({
    capture: formStored(deps, kept),
    noticeWords: notice && deps.store.noticeWords.read(notice.hash),
  });
}

/**
 * All that this PC knows about a person: the captures that name them, those of others that share a phone,
 * email, member or receipt number with these, and what amends any of them. One hop, so that a phone shared
 * in a family does not pull in a whole village.
 */
export function readPerson(deps: ReadDeps, subject: SubjectId): Result<PersonRecord> {
  const { captures } = deps.store;
  const own = captures.listBySubject(subject);
  if (own.length === 0) return fail({ code: "not-found" });
  const found = new Map<number, KeptCapture>();
  const take = (kept: KeptCapture) => {
    if (!isSaidAgain(kept)) found.set(kept.envelope.sequence, kept);
  };
  own.forEach(take);
  captures.listSharing(collectKeys(deps, own)).forEach(take);
  for (const kept of [...found.values()]) captures.listAmending(kept.envelope.id).forEach(take);
  const inOrder = [...found.values()].sort(
    (one, other) => one.envelope.sequence - other.envelope.sequence,
  );
  return succeed({ subject, captures: inOrder.map((kept) => formStored(deps, kept)) });
}

/** All captures of one kind on this PC, oldest first; not for marketing consents, of which there are too many. */
export function listCaptures(deps: ReadDeps, kind: CaptureKind): StoredCapture[] {
  return deps.store.captures
    .listByKind(kind)
    .filter((kept) => !isSaidAgain(kept))
    .map((kept) => formStored(deps, kept));
}

/** Another capture stands in for it: what is told of people counts one of the two. */
export function isSaidAgain({ settled }: KeptCapture): boolean {
  return settled?.how === "again";
}

/** A capture as pages get it. */
export function formStored(
  { store, definitions }: ReadDeps,
  kept: KeptCapture,
  read: typeof readStoredPayload = readStoredPayload,
): StoredCapture {
  const header = readHeader(kept.envelope);
  return {
    header,
    payload: read(definitions, kept.envelope),
    receiptNumber: formReceiptNumber(readDeviceNumber(store), header.sequence),
    acknowledgedAt: kept.acknowledgedAt,
    parked: kept.parked,
    held: kept.held,
    settledBy: kept.settled?.by ?? null,
  };
}

function collectKeys({ store, definitions }: ReadDeps, own: readonly KeptCapture[]): ExactKeys {
  const keys = { phone: new Set<string>(), email: new Set<string>(), member: new Set<string>() };
  const receipt = new Set<string>();
  const deviceNumber = readDeviceNumber(store);
  for (const { envelope } of own) {
    receipt.add(formReceiptNumber(deviceNumber, envelope.sequence));
    const payload = readStoredPayload(definitions, envelope);
    if (payload === null) continue;
    const found = definitions[envelope.kind]?.searchKeys(payload);
    for (const value of found?.phone ?? []) keys.phone.add(value);
    for (const value of found?.email ?? []) keys.email.add(value);
    for (const value of found?.member ?? []) keys.member.add(value);
    for (const value of found?.receipt ?? []) receipt.add(value);
  }
  return {
    phone: [...keys.phone],
    email: [...keys.email],
    member: [...keys.member],
    receipt: [...receipt],
  };
}

function readDeviceNumber(store: ReadDeps["store"]): number {
  const enrolment = store.device.readEnrolment();
  // Captures exist only on an enrolled desk.
  if (enrolment === null) throw new Error("captures without an enrolment");
  return enrolment.deviceNumber;
}
