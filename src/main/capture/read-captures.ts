import { formReceiptNumber } from "../../captures/receipt-number.ts";
import { fail, type Result, succeed } from "../../contract/failure.ts";
import type { CaptureId, SubjectId } from "../../contract/ids.ts";
import type { PersonRecord, ProcedureOutput, StoredCapture } from "../../contract/ipc.ts";
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
  const take = (kept: KeptCapture) => found.set(kept.envelope.sequence, kept);
  own.forEach(take);
  captures.listSharing(collectKeys(deps, own)).forEach(take);
  for (const kept of [...found.values()]) captures.listAmending(kept.envelope.id).forEach(take);
  const inOrder = [...found.values()].sort(
    (one, other) => one.envelope.sequence - other.envelope.sequence,
  );
  return succeed({ subject, captures: inOrder.map((kept) => formStored(deps, kept)) });
}

/** A capture as pages get it. */
function formStored({ store, definitions }: ReadDeps, kept: KeptCapture): StoredCapture {
  const { payload: _, salt: __, hash: ___, ...header } = kept.envelope;
  return {
    header,
    payload: readStoredPayload(definitions, kept.envelope),
    receiptNumber: formReceiptNumber(readDeviceNumber(store), header.sequence),
    acknowledgedAt: kept.acknowledgedAt,
    parked: kept.parked,
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
