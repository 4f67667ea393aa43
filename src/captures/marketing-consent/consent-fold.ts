import type { NoticeShown } from "../../contract/envelope.ts";
import type { CaptureId, SubjectId } from "../../contract/ids.ts";
import {
  type DatedCapture,
  dateCaptures,
  type FoldedCapture,
  orderCaptures,
  writeTime,
} from "./capture-order.ts";
import { type CellState, foldCells } from "./cell-fold.ts";
import type { Cell, Payload, Subject } from "./payload.ts";
import { findReachingWithdrawals } from "./withdrawal-reach.ts";

/** One line of the story, whether it still counts or not. */
export type HistoryEntry = {
  capture: CaptureId;
  act: Payload["act"];
  /** By head office's clock as far as the device knew it; ISO, UTC. */
  at: string;
  branch: string;
  staff: string;
  receiptNumber: string;
  notice: NoticeShown | null;
  /** The void that took it out. */
  voidedBy: CaptureId | null;
  /** False: the withdrawal of somebody who shares a contact or showed one of this person's receipts. */
  own: boolean;
};

/** What a person has agreed to, as far as these captures tell. */
export type ConsentState = {
  /** In the order in which they were first met; a cell that nobody spoke of is absent. */
  cells: CellState[];
  /** The person's latest details, as corrected; null where no capture has any. */
  details: Subject | null;
  /** The day of the latest "no, thank you", ISO date; nothing is asked again on that day. */
  noThankYouDay: string | null;
  /** Oldest first; what one device took stays in that device's order, whatever its clock said. */
  history: HistoryEntry[];
};

/**
 * What a person has agreed to: a fold over all that is known, the same in whatever order it arrived. A cell
 * is yes only where a consent comes after every refusal and withdrawal of that cell, so that a withdrawal
 * wins over a consent that arrives later with an earlier time. Withdrawals of others reach this person
 * through a shared contact or receipt; their consents never do. `asked` names cells to tell about though
 * no decision has them, for a person of whom there is only a withdrawal or a "no, thank you".
 */
export function foldConsent(
  subject: SubjectId,
  captures: readonly FoldedCapture[],
  asked: readonly Cell[] = [],
): ConsentState {
  const dated = dateCaptures(captures);
  const own = dated.filter(({ payload }) => readSubject(payload) === subject);
  const others = dated.filter(({ payload }) => readSubject(payload) !== subject);
  const voids = findVoids(own);
  const isVoided = (item: DatedCapture) => voids.has(item.header.id);

  const reaching = findReachingWithdrawals(own, others, isVoided);
  const told = [...own, ...reaching];
  // Ordered by itself: a voided capture with a wrong time must not decide which of the others is the latest.
  const standing = orderCaptures(told.filter((item) => !isVoided(item)));
  return {
    cells: foldCells(standing, asked),
    details: findDetails(standing.filter(({ payload }) => readSubject(payload) === subject)),
    noThankYouDay: findNoThankYouDay(standing),
    history: orderCaptures(told).map((item) => tell(item, subject, voids)),
  };
}

function readSubject(payload: Payload): SubjectId | null {
  return payload.act === "void" ? payload.subject : (payload.subject?.id ?? null);
}

/**
 * Which capture was taken out by which void. A withdrawal stands, and a void is not undone by another. A
 * decision takes its corrections with it: they tell of the same wrong person.
 */
function findVoids(own: readonly DatedCapture[]): Map<CaptureId, CaptureId> {
  const voids = new Map<CaptureId, CaptureId>();
  for (const { header, payload } of own) {
    if (payload.act !== "void" || header.amends === null) continue;
    const known = voids.get(header.amends);
    if (known === undefined || header.id < known) voids.set(header.amends, header.id);
  }
  const taken = new Map<CaptureId, CaptureId>();
  for (const { header, payload } of own) {
    if (payload.act === "withdrawal" || payload.act === "void") continue;
    const target = payload.act === "correction" ? header.amends : null;
    const by = voids.get(header.id) ?? (target === null ? undefined : voids.get(target));
    if (by !== undefined) taken.set(header.id, by);
  }
  return taken;
}

/**
 * The latest details. A decision tells all that was asked of the person, and a correction puts right the
 * one that it names; a withdrawal or a "no, thank you" asks little, so it counts where there is nothing else.
 */
function findDetails(own: readonly DatedCapture[]): Subject | null {
  const corrected = new Set(
    own.flatMap(({ header, payload }) => (payload.act === "correction" ? [header.amends] : [])),
  );
  const full = own.findLast(
    ({ header, payload }) =>
      payload.act === "correction" || (payload.act === "decision" && !corrected.has(header.id)),
  );
  const latest = full ?? own.findLast(({ payload }) => payload.act !== "void" && payload.subject);
  return latest && latest.payload.act !== "void" ? latest.payload.subject : null;
}

function findNoThankYouDay(standing: readonly DatedCapture[]): string | null {
  const days = standing.flatMap(({ payload }) =>
    payload.act === "no-thank-you" ? [payload.day] : [],
  );
  return days.toSorted().at(-1) ?? null;
}

function tell(
  { header, payload, receiptNumber, at }: DatedCapture,
  subject: SubjectId,
  voids: ReadonlyMap<CaptureId, CaptureId>,
): HistoryEntry {
  return {
    capture: header.id,
    act: payload.act,
    at: writeTime(at),
    branch: header.branch,
    staff: header.staff,
    receiptNumber,
    notice: header.notice,
    voidedBy: voids.get(header.id) ?? null,
    own: readSubject(payload) === subject,
  };
}
