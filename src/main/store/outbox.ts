import type { Urgency } from "../../captures/define-capture.ts";
import type { Envelope } from "../../contract/envelope.ts";
import type { Issue } from "../../contract/failure.ts";
import type { AcknowledgedSoFar, MissingRange, Verdict } from "../../contract/sync.ts";
import type { Connection } from "./connection.ts";
import { type EnvelopeRow, envelopeColumns, readEnvelope } from "./envelope-row.ts";
import { readTried, type TriedEntry, type TriedRow } from "./tried-row.ts";

/** One item that head office does not have. */
export type OutboxEntry = TriedEntry & {
  urgency: Urgency;
  /** Which fields head office found at fault. */
  issues: Issue[];
};

export type OutboxCounts = {
  waiting: number;
  parked: number;
  /** When the oldest of what waits was taken, ISO; null when nothing waits. */
  oldestWaitingSince: string | null;
  /** The same of all that is here, parked ones too. */
  oldestSince: string | null;
};

export type Outbox = ReturnType<typeof makeOutbox>;

type OutboxRow = TriedRow & { urgent: number; issues: string | null };

/**
 * What head office does not have yet. An item leaves only by head office's word for it (`settle`); one that
 * was refused is parked, stays, and no longer stands in the way of the others.
 */
export function makeOutbox(connection: Connection, now: () => number) {
  const insert = connection.prepare("INSERT INTO outbox (sequence, urgent) VALUES (?, ?)");
  const waiting = (urgent: 0 | 1, when: string) =>
    // A literal, so that the partial index of the urgent ones serves.
    `SELECT ${envelopeColumns} FROM outbox JOIN capture_log AS log USING (sequence)
     WHERE outbox.urgent = ${urgent} AND outbox.parked = 0 AND (${when}) ORDER BY outbox.sequence`;
  // Tried after now: the clock was set back since, and the next try may be planned for years ahead.
  const isDue = "(outbox.next_try_at <= ? OR outbox.last_tried_at > ?)";
  const dueOrdinary = connection.prepare<[number, number], EnvelopeRow>(waiting(0, isDue));
  const dueUrgent = connection.prepare<[number, number, number, number], EnvelopeRow>(
    waiting(
      1,
      // A withdrawal that waits for the line goes with whatever tries the line before: nothing overtakes it.
      // One that was too large alone would be tried again with each of them.
      `${isDue} OR (outbox.reason IS NOT 'too-large' AND EXISTS (
         SELECT 1 FROM outbox WHERE urgent = 0 AND parked = 0 AND ${isDue}
       ))`,
    ),
  );
  const acknowledgedSoFar = connection.prepare<[], AcknowledgedSoFar>(
    // What was skipped head office had too, by its own word.
    `SELECT count(*) + (SELECT coalesce(sum(had), 0) FROM skipped) AS count,
       max(coalesce(max(sequence), 0), (SELECT coalesce(max(upto), 0) FROM skipped)) AS "upTo"
     FROM acknowledged`,
  );
  // What retention has ended cannot be sent again: head office would refuse it for want of its content.
  const takeBack = connection.prepare(
    `INSERT INTO outbox (sequence, urgent)
     SELECT sequence, 0 FROM acknowledged JOIN capture_log USING (sequence)
     WHERE sequence BETWEEN ? AND ? AND payload IS NOT NULL`,
  );
  const forgetTakenBack = connection.prepare(
    "DELETE FROM acknowledged WHERE sequence IN (SELECT sequence FROM outbox)",
  );
  const readWaiting = connection.prepare<[number], { id: string; content_hash: string }>(
    "SELECT id, content_hash FROM capture_log JOIN outbox USING (sequence) WHERE sequence = ?",
  );
  const isUnsent = connection.prepare<[number], number>("SELECT 1 FROM unsent WHERE sequence = ?");
  const isParked = connection
    .prepare<[number], number>("SELECT parked FROM outbox WHERE sequence = ?")
    .pluck();
  const removeParked = connection.prepare("DELETE FROM outbox WHERE sequence = ? AND parked = 1");
  const settleOther = connection.prepare(
    "INSERT INTO settled (sequence, by_capture, how, at) VALUES (?, ?, ?, ?)",
  );
  const acknowledge = connection.prepare("INSERT INTO acknowledged (sequence, at) VALUES (?, ?)");
  const remove = connection.prepare("DELETE FROM outbox WHERE sequence = ?");
  const park = connection.prepare(
    `UPDATE outbox SET parked = 1, tries = tries + 1, last_tried_at = ?, reason = ?, issues = ?
     WHERE sequence = ?`,
  );
  const tried = connection.prepare(
    `UPDATE outbox SET tries = tries + 1, last_tried_at = ?, reason = ?, next_try_at = ?
     WHERE sequence = ? AND parked = 0`,
  );
  const makeDue = connection.prepare(
    "UPDATE outbox SET next_try_at = 0 WHERE parked = 0 AND next_try_at > 0",
  );
  const retryAll = connection.prepare(
    "UPDATE outbox SET parked = 0, next_try_at = 0 WHERE parked = 1 OR next_try_at > 0",
  );
  const retryOne = connection.prepare(
    `UPDATE outbox SET parked = 0, next_try_at = 0
     WHERE sequence = (SELECT sequence FROM capture_log WHERE id = ?)`,
  );
  const all = connection.prepare<[], OutboxRow>(
    `SELECT outbox.*, log.id, log.kind, log.captured_at, log.staff
     FROM outbox JOIN capture_log AS log USING (sequence)
     ORDER BY parked, urgent DESC, outbox.sequence`,
  );
  const countAll = connection.prepare<[], number>("SELECT count(*) FROM outbox").pluck();
  const countParked = connection
    .prepare<[], number>("SELECT count(*) FROM outbox WHERE parked = 1")
    .pluck();
  const oldest = connection
    .prepare<[], string>(
      `SELECT log.captured_at FROM outbox JOIN capture_log AS log USING (sequence)
       WHERE outbox.parked = 0 ORDER BY outbox.sequence LIMIT 1`,
    )
    .pluck();

  const waitingBytes = connection
    .prepare<[], number>(
      `SELECT coalesce(sum(length(log.payload)), 0) FROM outbox JOIN capture_log AS log USING (sequence)
       WHERE outbox.parked = 0`,
    )
    .pluck();
  const oldestOfAll = connection
    .prepare<[], string>(
      `SELECT log.captured_at FROM outbox JOIN capture_log AS log USING (sequence)
       ORDER BY outbox.sequence LIMIT 1`,
    )
    .pluck();

  function settleOne({ sequence, verdict }: { sequence: number; verdict: Verdict }): void {
    const item = readWaiting.get(sequence);
    // Answered before, such as by an earlier try whose answer came late.
    if (item === undefined) return;
    if (verdict.verdict === "accepted" || verdict.verdict === "duplicate") {
      // Head office's word completes what it names and nothing else.
      if (verdict.id !== item.id || verdict.contentHash !== item.content_hash) return;
      remove.run(sequence);
      acknowledge.run(sequence, now());
      return;
    }
    const issues = "issues" in verdict ? verdict.issues : undefined;
    park.run(now(), verdict.reason, issues ? JSON.stringify(issues) : null, sequence);
  }

  return {
    /** To be called within the store's `write`, with the capture itself. */
    add(sequence: number, urgency: Urgency): void {
      insert.run(sequence, urgency === "withdrawal" ? 1 : 0);
    },

    /**
     * Waiting items whose next try is at `at` (ms) or before, urgent first, then oldest: at most `limit` and
     * about `maxBytes` of payload, but one at least. With any of them go all that are urgent. Those in
     * `inFlight` (sequences) are left out.
     */
    nextBatch(
      at: number,
      limit: number,
      maxBytes: number,
      inFlight: ReadonlySet<number> = new Set(),
    ): Envelope[] {
      const batch: Envelope[] = [];
      let bytes = 0;
      // Each opened when the one before is read to its end: an open one keeps the store from being written.
      for (const open of [
        () => dueUrgent.iterate(at, at, at, at),
        () => dueOrdinary.iterate(at, at),
      ]) {
        for (const row of open()) {
          if (inFlight.has(row.sequence)) continue;
          bytes += Buffer.byteLength(row.payload ?? "");
          if (batch.length > 0 && (batch.length >= limit || bytes > maxBytes)) return batch;
          batch.push(readEnvelope(row));
        }
      }
      return batch;
    },

    /**
     * One transaction: accepted and duplicate items leave as acknowledged, rejected and conflicting ones are
     * parked with their reason. A verdict that does not name the item's id and content completes nothing.
     */
    settle(verdicts: readonly { sequence: number; verdict: Verdict }[]): void {
      connection.transaction(() => verdicts.forEach(settleOne)).immediate();
    },

    /** How many captures head office has said it has, and the sequence of the newest. */
    acknowledgedSoFar: (): AcknowledgedSoFar => acknowledgedSoFar.get() ?? { count: 0, upTo: 0 },

    /**
     * Lets what head office once had and has lost wait again, as far as its content is still here. The answer:
     * how many captures. `to` null: to the newest.
     */
    requeue(ranges: readonly MissingRange[]): number {
      return connection
        .transaction(() => {
          let count = 0;
          for (const { from, to } of ranges) {
            count += takeBack.run(from, to ?? Number.MAX_SAFE_INTEGER).changes;
          }
          if (count > 0) forgetTakenBack.run();
          return count;
        })
        .immediate();
    },

    /** Counts a try of each of these items, which keep waiting until `nextTryAt` (ms). */
    markTried(sequences: readonly number[], reason: string, nextTryAt: number): void {
      const at = now();
      connection
        .transaction(() => {
          for (const sequence of sequences) tried.run(at, reason, nextTryAt, sequence);
        })
        .immediate();
    },

    /** Lets every waiting item be tried at once. */
    makeDue(): void {
      makeDue.run();
    },

    /** Lets all, or the captures with these ids, be tried at once, parked ones too. */
    retry(ids: "all" | readonly string[]): void {
      if (ids === "all") {
        retryAll.run();
        return;
      }
      connection
        .transaction(() => {
          for (const id of ids) retryOne.run(id);
        })
        .immediate();
    },

    /** All of it: what waits in the order in which it is sent, then what is parked. */
    list: () => all.all().map(readEntry),

    /** Whether head office does not have this one yet, be it held or on its way. */
    isWaiting: (sequence: number) => isUnsent.get(sequence) !== undefined,

    /** Null: it is not in the outbox, be it held or at head office. */
    stateOf(sequence: number): "waiting" | "parked" | null {
      const parked = isParked.get(sequence);
      return parked === undefined ? null : parked === 1 ? "parked" : "waiting";
    },

    /** What was parked goes: the capture `by` says it again or takes it out. False: it was not parked. */
    settleBy(sequence: number, by: string, how: "again" | "void"): boolean {
      return connection
        .transaction(() => {
          if (removeParked.run(sequence).changes === 0) return false;
          settleOther.run(sequence, by, how, now());
          return true;
        })
        .immediate();
    },

    /** Characters of payload that wait. */
    waitingBytes: () => waitingBytes.get() ?? 0,

    counts(): OutboxCounts {
      const parked = countParked.get() ?? 0;
      return {
        waiting: (countAll.get() ?? 0) - parked,
        parked,
        oldestWaitingSince: oldest.get() ?? null,
        oldestSince: oldestOfAll.get() ?? null,
      };
    },
  };
}

function readEntry(row: OutboxRow): OutboxEntry {
  return {
    ...readTried(row),
    urgency: row.urgent === 1 ? "withdrawal" : "ordinary",
    issues: row.issues === null ? [] : (JSON.parse(row.issues) as Issue[]),
  };
}
