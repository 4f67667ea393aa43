import canonicalize from "canonicalize";
import { parsePayload } from "../../captures/capture-reading.ts";
import type { AnyCaptureDefinition } from "../../captures/define-capture.ts";
import { formReceiptNumber } from "../../captures/receipt-number.ts";
import { chainStart, hashContent, hashHeader } from "../../contract/chain.ts";
import { type Envelope, type NoticeShown, payloadLimit } from "../../contract/envelope.ts";
import { type Failure, fail, type Result, succeed } from "../../contract/failure.ts";
import type { Role, StaffId } from "../../contract/ids.ts";
import type { ProcedureInput, ProcedureOutput } from "../../contract/ipc.ts";
import { envelopeVersion } from "../../contract/versions.ts";
import type { SealedAttachment } from "../store/attachments.ts";
import type { Enrolment } from "../store/device.ts";
import { sha256 } from "../store/sha256.ts";
import { findAmended, takesOut } from "./amended-capture.ts";
import type { CaptureDeps } from "./capture-deps.ts";
import { checkNotice } from "./notice-check.ts";
import { settleAmended, settleSaidAgain } from "./review.ts";
import { findHoldReasons } from "./review-hold.ts";
import { listNewIssues, type SaidAgain } from "./say-again-issues.ts";

export type CaptureInput = ProcedureInput<"capture.submit">;
export type CaptureAnswer = ProcedureOutput<"capture.submit">;

/** Who saves: as main knows it, not as the page says. */
export type Capturer = { staff: StaffId; roles: readonly Role[] };

/** A picture, sealed as that of the capture with this id and sequence. */
export type PlacedPicture = { id: string; sequence: number; attachment: SealedAttachment };

/** Another capture took the place that a picture was sealed for. Nothing was stored. */
export class PlaceTaken extends Error {}

/** A submission that was found to be right, ready to be stamped. */
type Checked = {
  definition: AnyCaptureDefinition;
  payload: unknown;
  canonical: string;
  noticeWords: string | null;
  enrolment: Enrolment;
};

/**
 * Takes one capture from a form: checks it, stamps it and stores it with all that belongs to it in one
 * durable transaction. When this answers with a value, the capture survives a power cut. The same request
 * sent again gets the same answer and stores nothing.
 */
export function submitCapture(
  deps: CaptureDeps,
  who: Capturer,
  input: CaptureInput,
  picture: PlacedPicture | null = null,
  again: SaidAgain | null = null,
): Result<CaptureAnswer> {
  return deps.store.write(() => {
    const { store } = deps;
    const enrolment = store.device.readEnrolment();
    if (enrolment === null) return fail({ code: "not-enrolled" });
    const earlier = store.captures.readByRequest(input.request);
    if (earlier !== null) return succeed(formAnswer(enrolment, earlier.envelope));
    const checked = check(deps, who, input, enrolment, again);
    if (!checked.ok) return checked;
    checkPicture(deps, checked.value, picture, again);
    const envelope = keep(deps, who, input, checked.value, { picture, again });
    if (again) settleSaidAgain(deps, again.envelope, envelope);
    settleAmended(deps, who, {
      amends: input.amends,
      by: envelope.id,
      isVoid: takesOut(checked.value.payload),
    });
    return succeed(formAnswer(enrolment, envelope));
  });
}

function check(
  { store, definitions, now, vouchers, isStopped }: CaptureDeps,
  who: Capturer,
  input: CaptureInput,
  enrolment: Enrolment,
  again: SaidAgain | null,
): Result<Checked> {
  const definition = definitions[input.kind];
  if (!definition) throw new Error(`no definition of ${input.kind}`);
  if (!definition.roles.some((role) => who.roles.includes(role))) return refuse("not-your-role");
  const reference = store.received.readReference();
  if (reference === null) return refuse("not-enrolled");
  // Withdrawals too: whoever asked for one must not believe that a PC has it which is about to forget all.
  if (store.device.readRevokedAt() !== null) return refuse("device-revoked");

  const parsed = parsePayload(definition, input.payload);
  if (!parsed.ok) return fail({ code: "refused", issues: parsed.issues });
  const payload = parsed.value;
  const roles = definition.rolesFor?.(payload);
  if (roles && !roles.some((role) => who.roles.includes(role))) return refuse("not-your-role");
  // What is said again was told with the notice of its day, whose words are kept already.
  const noticeWords = again ? null : input.notice && checkNotice(reference, input.notice, now());
  if (again) {
    // Nobody is told anything anew.
  } else if (input.notice === null ? definition.needsNotice(payload) : noticeWords === null) {
    return refuse("notice-changed");
  }
  // A withdrawal is taken by any version: giving it may cost no more than an answer.
  if (isStopped?.() && definition.urgency(payload) === "ordinary") return refuse("update-first");
  const amended = again
    ? succeed(null)
    : findAmended(store, definitions, { id: input.amends, payload });
  if (!amended.ok) return amended;
  const context = {
    reference,
    amended: amended.value,
    staff: who.staff,
    vouchers: [{ staff: who.staff, roles: who.roles }, ...(vouchers?.(input.request) ?? [])],
  };
  const issues = again
    ? listNewIssues(definition, payload, again, context)
    : definition.checkRules(payload, context);
  if (issues.length > 0) return fail({ code: "refused", issues });

  const canonical = canonicalize(payload);
  if (canonical === undefined) throw new Error("a payload without a canonical form");
  if (canonical.length > payloadLimit) {
    return fail({
      code: "refused",
      issues: [{ path: [], code: "too-long", limit: payloadLimit }],
    });
  }
  return succeed({ definition, payload, canonical, noticeWords, enrolment });
}

/** Within the transaction that `submitCapture` began. */
function keep(
  { store, now, random, makeId }: CaptureDeps,
  who: Capturer,
  input: CaptureInput,
  { definition, payload, canonical, noticeWords, enrolment }: Checked,
  { picture, again }: { picture: PlacedPicture | null; again: SaidAgain | null },
): Envelope {
  const last = store.captures.last();
  const sequence = (last?.sequence ?? 0) + 1;
  if (picture && picture.sequence !== sequence) throw new PlaceTaken();
  const salt = Buffer.from(random(16)).toString("base64url");
  const at = now();
  const header = {
    envelope: envelopeVersion,
    id: picture?.id ?? makeId(),
    device: enrolment.device,
    sequence,
    kind: definition.kind,
    version: definition.version,
    // The person's word is of the day when they gave it: terms run from then, and what they told another PC
    // meanwhile is later.
    capturedAt: again?.envelope.capturedAt ?? new Date(at).toISOString(),
    clockOffsetMs: again ? again.envelope.clockOffsetMs : store.device.readClockOffset(),
    branch: enrolment.branch,
    staff: who.staff,
    amends: input.amends,
    notice: input.notice,
    contentHash: hashContent(sha256, salt, canonical),
    previousHash: last?.hash ?? chainStart,
  } as const;
  const envelope: Envelope = {
    ...header,
    payload: canonical,
    salt,
    hash: hashHeader(sha256, header),
  };
  store.captures.append({
    envelope,
    request: input.request,
    subject: definition.subject(payload),
    keys: definition.searchKeys(payload),
  });
  if (input.notice && noticeWords !== null) keepWords(store, input.notice, noticeWords);
  if (picture) store.attachments.add(sequence, picture.attachment);
  store.audit.add({ at, staff: who.staff, action: "capture", subject: envelope.id });
  const reasons = findHoldReasons({
    definition,
    payload,
    rules: store.received.readReference()?.pendingRules ?? null,
    isByManager: who.roles.includes("manager"),
    amendsHeld: input.amends !== null && store.holds.readById(input.amends) !== null,
    clockOffsetMs: header.clockOffsetMs,
    at,
    previousAt: last?.capturedAt ? Date.parse(last.capturedAt) : null,
  });
  if (reasons.length === 0) {
    store.outbox.add(envelope.sequence, definition.urgency(payload));
  } else {
    store.holds.add(envelope.sequence, reasons);
    store.audit.add({ at, staff: who.staff, action: "hold", subject: envelope.id });
  }
  return envelope;
}

/**
 * A capture that speaks of a picture comes with that very one: sealed for the place it is about to get, or, where
 * it says again what was refused, that of the refused one.
 */
function checkPicture(
  { store }: CaptureDeps,
  { definition, payload }: Checked,
  picture: PlacedPicture | null,
  again: SaidAgain | null,
): void {
  const mark = definition.attachment?.read(payload) ?? null;
  const its = again
    ? store.attachments.readDigest(again.envelope.sequence)
    : (picture?.attachment.digest ?? null);
  if ((mark?.digest ?? null) !== its) {
    throw new Error("a capture and its picture do not belong together");
  }
}

function keepWords(store: CaptureDeps["store"], notice: NoticeShown, words: string): void {
  store.noticeWords.keep(notice.hash, words);
}

function formAnswer(enrolment: Enrolment, envelope: Envelope): CaptureAnswer {
  return {
    id: envelope.id,
    receiptNumber: formReceiptNumber(enrolment.deviceNumber, envelope.sequence),
    capturedAt: envelope.capturedAt,
  };
}

function refuse(
  code: "not-your-role" | "not-enrolled" | "notice-changed" | "update-first" | "device-revoked",
): {
  ok: false;
  failure: Failure;
} {
  return fail({ code });
}
