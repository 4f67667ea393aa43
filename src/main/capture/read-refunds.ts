import type { Payload, Refund } from "../../captures/id-copy/payload.ts";
import {
  foldRefunds,
  type PaperState,
  type RefundState,
} from "../../captures/id-copy/refund-fold.ts";
import { formReceiptNumber } from "../../captures/receipt-number.ts";
import { readShopDay } from "../../captures/shop-day.ts";
import type { CaptureId } from "../../contract/ids.ts";
import type { LyingPaper, RefundSummary } from "../../contract/refund-procedures.ts";
import type { KeptCapture } from "../store/captures.ts";
import { readFittingPayload } from "./amended-capture.ts";
import type { CaptureDeps } from "./capture-deps.ts";
import { isSaidAgain } from "./read-captures.ts";

type ReadDeps = Pick<CaptureDeps, "store" | "definitions" | "now">;

/** How long a closed refund is still listed, in days. */
const shownAfterClosing = 60;
const dayMs = 86_400_000;

/** Refunds of this PC: open ones, oldest first, then those closed lately, newest first. */
export function listRefunds(deps: ReadDeps): { open: RefundSummary[]; closed: RefundSummary[] } {
  const { refunds, describe } = read(deps);
  const since = readShopDay(new Date(deps.now() - shownAfterClosing * dayMs));
  return {
    open: refunds.filter(({ closedOn }) => closedOn === null).map(describe),
    closed: refunds
      .filter(({ closedOn }) => closedOn !== null && closedOn >= since)
      .reverse()
      .map(describe),
  };
}

/** One refund as last corrected; null: there is none, or it was voided. */
export function readRefund(
  deps: ReadDeps,
  id: CaptureId,
): { receiptNumber: string; refund: Refund } | null {
  const { refunds, describe } = read(deps);
  const found = refunds.find((one) => one.id === id);
  return found ? { receiptNumber: describe(found).receiptNumber, refund: found.refund } : null;
}

/** Copies on paper that still lie in this shop, the most urgent first. */
export function listLyingPapers(deps: ReadDeps): LyingPaper[] {
  const { refunds, strayPapers, describe, describePapers } = read(deps);
  return [
    ...refunds.flatMap((refund) => describe(refund).papers),
    ...describePapers(strayPapers),
  ].toSorted((one, other) => (one.destroyBy < other.destroyBy ? -1 : 1));
}

function read({ store, definitions, now }: ReadDeps) {
  const kept = new Map<string, KeptCapture>();
  for (const item of store.captures.listByKind("id-copy")) {
    if (!isSaidAgain(item)) kept.set(item.envelope.id, item);
  }
  const acts = [...kept.values()].flatMap(({ envelope }) => {
    // One that head office refused for its form must not hide all the others.
    const payload = readFittingPayload(definitions, envelope) as Payload | null;
    const { id, amends, capturedAt } = envelope;
    return payload === null ? [] : [{ id, amends, capturedAt, payload }];
  });
  const today = readShopDay(new Date(now()));
  const nameReceipt = makeReceiptNames(store);

  function describe({ id, capturedAt, refund, closedOn, papers }: RefundState): RefundSummary {
    const { envelope } = find(id);
    const receiptNumber = nameReceipt(envelope.sequence);
    const { subject } = refund;
    return {
      id,
      receiptNumber,
      capturedAt,
      staff: envelope.staff,
      subject: subject.id,
      name: subject.name,
      director: subject.is === "company" ? subject.director : null,
      sale: refund.sale,
      amount: refund.amount,
      how: refund.paid.how,
      reason: refund.reason,
      evidence: refund.evidence.how,
      copy: store.attachments.locate(envelope.sequence),
      closedOn,
      papers: describePapers(papers, { id, receiptNumber, name: subject.name }),
    };
  }

  function describePapers(
    papers: readonly PaperState[],
    refund: LyingPaper["refund"] = null,
  ): LyingPaper[] {
    return papers
      .filter(({ shredded }) => shredded === null)
      .map(({ id, paper }) => ({
        id,
        subject: paper.subject,
        document: paper.document,
        label: paper.label,
        place: paper.place,
        destroyBy: paper.destroyBy,
        isDue: paper.destroyBy <= today,
        refund,
      }));
  }

  function find(id: string): KeptCapture {
    const found = kept.get(id);
    if (!found) throw new Error("a refund that is not in the log");
    return found;
  }

  return { ...foldRefunds(acts), describe, describePapers };
}

function makeReceiptNames({ device }: ReadDeps["store"]): (sequence: number) => string {
  const deviceNumber = device.readEnrolment()?.deviceNumber;
  return (sequence) => {
    if (deviceNumber === undefined) throw new Error("captures without an enrolment");
    return formReceiptNumber(deviceNumber, sequence);
  };
}
