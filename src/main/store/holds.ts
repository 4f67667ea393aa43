import type { HoldReason } from "../../contract/pending-rules.ts";
import type { Connection } from "./connection.ts";

/** A capture that a manager looks at before it is sent. */
export type Hold = {
  sequence: number;
  /** The capture's. */
  id: string;
  kind: string;
  capturedAt: string;
  staff: string;
  reasons: HoldReason[];
  /** The manager's words to whoever took it; null: it has not gone back to them. */
  note: string | null;
  /** Let go by the manager, and sent with the next go of a line that is well. */
  isReleased: boolean;
};

export type HoldCounts = {
  /** For the manager, or gone back with a note. */
  held: number;
  released: number;
  /** When the oldest was taken, ISO. */
  oldestSince: string | null;
  oldestReleasedSince: string | null;
};

type HoldRow = {
  sequence: number;
  id: string;
  kind: string;
  captured_at: string;
  staff: string;
  reasons: string;
  note: string | null;
  released_at: number | null;
};

export type Holds = ReturnType<typeof makeHolds>;

/**
 * Captures held for review. They are no part of the outbox, so nothing that sends can see one; a released one
 * enters it only by `letGo`, and until then its release can be taken back.
 */
export function makeHolds(connection: Connection, now: () => number) {
  const insert = connection.prepare("INSERT INTO held (sequence, reasons) VALUES (?, ?)");
  const columns = `SELECT held.sequence, log.id, log.kind, log.captured_at, log.staff, held.reasons,
      held.note, held.released_at
    FROM held JOIN capture_log AS log USING (sequence)`;
  const all = connection.prepare<[], HoldRow>(`${columns} ORDER BY held.sequence`);
  const byId = connection.prepare<[string], HoldRow>(`${columns} WHERE log.id = ?`);
  const release = connection.prepare(
    "UPDATE held SET released_at = ? WHERE sequence = ? AND released_at IS NULL",
  );
  const releaseAll = connection.prepare(
    "UPDATE held SET released_at = ? WHERE released_at IS NULL",
  );
  const takeBack = connection.prepare(
    "UPDATE held SET released_at = NULL WHERE sequence = ? AND released_at IS NOT NULL",
  );
  const giveBack = connection.prepare(
    "UPDATE held SET note = ?, released_at = NULL WHERE sequence = ?",
  );
  const forgetNote = connection.prepare("UPDATE held SET note = NULL WHERE sequence = ?");
  // Withdrawals are never held, so none of these is urgent.
  const send = connection.prepare(
    `INSERT INTO outbox (sequence, urgent)
     SELECT sequence, 0 FROM held WHERE released_at IS NOT NULL ORDER BY sequence`,
  );
  const forgetSent = connection.prepare("DELETE FROM held WHERE released_at IS NOT NULL");
  const counts = connection.prepare<[], HoldCounts>(
    `SELECT count(*) FILTER (WHERE released_at IS NULL) AS held,
       count(*) FILTER (WHERE released_at IS NOT NULL) AS released,
       min(captured_at) AS "oldestSince",
       min(captured_at) FILTER (WHERE released_at IS NOT NULL) AS "oldestReleasedSince"
     FROM held JOIN capture_log USING (sequence)`,
  );

  function letGo(): number {
    if ((counts.get()?.released ?? 0) === 0) return 0;
    return connection
      .transaction(() => {
        const { changes } = send.run();
        forgetSent.run();
        return changes;
      })
      .immediate();
  }

  return {
    /** To be called within the store's `write`, with the capture itself, instead of `outbox.add`. */
    add(sequence: number, reasons: readonly HoldReason[]): void {
      insert.run(sequence, JSON.stringify(reasons));
    },

    /** Oldest first. */
    list: (): Hold[] => all.all().map(readHold),

    readById(id: string): Hold | null {
      const row = byId.get(id);
      return row === undefined ? null : readHold(row);
    },

    /** False: it is not held, or was let go before. */
    release: (sequence: number): boolean => release.run(now(), sequence).changes > 0,

    /** False: it is too late, for it has gone to be sent. */
    takeBack: (sequence: number): boolean => takeBack.run(sequence).changes > 0,

    /** Back to whoever took it, with a note. False: it is not held any more. */
    giveBack: (sequence: number, note: string): boolean => giveBack.run(note, sequence).changes > 0,

    /** Whoever took it has put it right: it is the manager's again. */
    comeBack(sequence: number): void {
      forgetNote.run(sequence);
    },

    /** Puts what was released into the outbox, for good. The answer: how many captures. */
    letGo,

    /** Puts all of it into the outbox, released or not: nobody will look at it here any more. */
    letAllGo(): void {
      releaseAll.run(now());
      letGo();
    },

    counts: (): HoldCounts =>
      counts.get() ?? { held: 0, released: 0, oldestSince: null, oldestReleasedSince: null },
  };
}

function readHold(row: HoldRow): Hold {
  return {
    sequence: row.sequence,
    id: row.id,
    kind: row.kind,
    capturedAt: row.captured_at,
    staff: row.staff,
    reasons: JSON.parse(row.reasons) as HoldReason[],
    note: row.note,
    isReleased: row.released_at !== null,
  };
}
