import type { Connection } from "./connection.ts";

/** Which PC a bundle came from: `device` as it signed, the rest as its file said. */
export type BundleOrigin = {
  device: string;
  from: { branch: string; deviceNumber: number } | null;
};

export type NewCarried = BundleOrigin & {
  /** SHA-256 over the sealed bytes. */
  id: string;
  /** JSON as it came. */
  bundle: string;
};

/** A bundle that head office has not taken. Times are ISO. */
export type CarriedEntry = BundleOrigin & {
  id: string;
  state: "waiting" | "refused";
  /** Bytes. */
  size: number;
  takenAt: string;
  tries: number;
  /** A line's trouble, or head office's reason for refusing it. */
  reason: string | null;
};

/** How long head office's answers are kept for the way back. */
const answersForMs = 60 * 24 * 60 * 60 * 1000;

/** Characters of bundles that one PC keeps for others at most. */
export const carriedLimit = 200_000_000;

export type Carried = ReturnType<typeof makeCarried>;

type CarriedRow = {
  id: string;
  device: string;
  branch: string | null;
  device_number: number | null;
  taken_at: number;
  size: number;
  tries: number;
  reason: string | null;
  refused: string | null;
};

/** Bundles of other PCs on their way to head office, sealed to it, and its answers on their way back. */
export function makeCarried(connection: Connection, now: () => number) {
  const find = connection.prepare("SELECT 1 FROM carried WHERE id = ?").pluck();
  const insert = connection.prepare(
    `INSERT INTO carried (id, device, branch, device_number, taken_at, bundle)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const total = connection
    .prepare<[], number>("SELECT coalesce(sum(length(bundle)), 0) FROM carried")
    .pluck();
  // Tried after now: the clock was set back since.
  const due = connection.prepare<
    [number, number],
    { id: string; device: string; bundle: string; tries: number }
  >(
    `SELECT id, device, bundle, tries FROM carried
     WHERE bundle IS NOT NULL AND refused IS NULL AND (next_try_at <= ? OR last_tried_at > ?)
     ORDER BY taken_at, rowid LIMIT 1`,
  );
  const answer = connection.prepare(
    `UPDATE carried SET bundle = NULL, reason = NULL, refused = NULL, answer = ?, answered_at = ?
     WHERE id = ? AND answer IS NULL`,
  );
  const refuse = connection.prepare(
    "UPDATE carried SET refused = ?, tries = tries + 1, last_tried_at = ? WHERE id = ? AND answer IS NULL",
  );
  const tried = connection.prepare(
    `UPDATE carried SET tries = tries + 1, last_tried_at = ?, reason = ?, next_try_at = ?
     WHERE id = ? AND answer IS NULL`,
  );
  const makeDue = connection.prepare("UPDATE carried SET next_try_at = 0 WHERE next_try_at > 0");
  const all = connection.prepare<[], CarriedRow>(
    `SELECT id, device, branch, device_number, taken_at, length(bundle) AS size, tries, reason, refused
     FROM carried WHERE bundle IS NOT NULL ORDER BY refused IS NULL, taken_at, rowid`,
  );
  const counts = connection.prepare<[], { waiting: number; refused: number; answers: number }>(
    `SELECT count(*) FILTER (WHERE bundle IS NOT NULL AND refused IS NULL) AS waiting,
       count(*) FILTER (WHERE refused IS NOT NULL) AS refused,
       count(*) FILTER (WHERE answer IS NOT NULL) AS answers FROM carried`,
  );
  const answers = connection
    .prepare<[], string>(
      "SELECT answer FROM carried WHERE answer IS NOT NULL ORDER BY answered_at, rowid",
    )
    .pluck();
  const dropRefused = connection.prepare(
    "DELETE FROM carried WHERE device = ? AND refused IS NOT NULL",
  );
  const dropOld = connection.prepare("DELETE FROM carried WHERE answered_at < ?");

  return {
    /** `known`: it was taken in before, and nothing changes. `full`: there is no room for it. */
    add({ id, device, from, bundle }: NewCarried): "taken" | "known" | "full" {
      if (find.get(id) !== undefined) return "known";
      if ((total.get() ?? 0) + bundle.length > carriedLimit) return "full";
      insert.run(id, device, from?.branch ?? null, from?.deviceNumber ?? null, now(), bundle);
      return "taken";
    },

    /** The oldest whose next try is at `at` (ms) or before. */
    next: (at: number) => due.get(at, at) ?? null,

    /** Head office has taken it: its word (JSON) stays, the bundle goes. */
    noteAnswer(id: string, word: string): void {
      answer.run(word, now(), id);
      dropOld.run(now() - answersForMs);
    },

    /** Head office does not take it; a person sees why. */
    refuse(id: string, reason: string): void {
      refuse.run(reason, now(), id);
    },

    /** Counts a try; it keeps waiting until `nextTryAt` (ms). */
    markTried(id: string, reason: string, nextTryAt: number): void {
      tried.run(now(), reason, nextTryAt, id);
    },

    makeDue(): void {
      makeDue.run();
    },

    /** All that head office has not taken: what it refused, then what waits, oldest first. */
    list: (): CarriedEntry[] => all.all().map(readEntry),
    counts: () => counts.get() ?? { waiting: 0, refused: 0, answers: 0 },
    /** Head office's words, each as JSON of the contract's `courierAnswer`. */
    listAnswers: () => answers.all(),
    /** Forgets what head office refused of a device. The answer: how many bundles. */
    dropRefused: (device: string): number => dropRefused.run(device).changes,
  };
}

function readEntry(row: CarriedRow): CarriedEntry {
  const { branch, device_number } = row;
  return {
    id: row.id,
    device: row.device,
    from:
      branch === null || device_number === null ? null : { branch, deviceNumber: device_number },
    state: row.refused === null ? "waiting" : "refused",
    size: row.size,
    takenAt: new Date(row.taken_at).toISOString(),
    tries: row.tries,
    reason: row.refused ?? row.reason,
  };
}
