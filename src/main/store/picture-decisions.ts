import { type PictureDecision, pictureDecision } from "../../contract/picture-procedures.ts";
import type { Connection } from "./connection.ts";

type Row = { digest: string; hint: string; choice: string; regions: string; at: number };
type ExportRow = { digest: string; name: string; decided_at: number };

/** A decision as it is kept. `at`: ms since 1970, and what tells a decision from a later one. */
export type KeptDecision = { digest: string; decision: PictureDecision; at: number };

export type NewDecision = {
  event: string;
  /** SHA-256 of the file. */
  digest: string;
  /** SHA-256 of what finds the file again without reading it whole. */
  hint: string;
  decision: PictureDecision;
  staff: string;
};

export type PictureTally = { publish: number; cover: number; leaveOut: number; staff: string[] };

export type PictureDecisions = ReturnType<typeof makePictureDecisions>;

/** What was decided about an event's pictures, so that looking through them can stop and go on later. */
export function makePictureDecisions(connection: Connection, now: () => number) {
  const upsert = connection.prepare(
    `INSERT INTO picture_decision (event, digest, hint, choice, regions, staff, at)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (event, digest) DO UPDATE SET hint = excluded.hint, choice = excluded.choice,
       regions = excluded.regions, staff = excluded.staff, at = max(excluded.at, at + 1)`,
  );
  const byDigest = connection.prepare<[string, string], Row>(
    "SELECT digest, hint, choice, regions, at FROM picture_decision WHERE event = ? AND digest = ?",
  );
  const byHint = connection.prepare<[string, string], Row>(
    "SELECT digest, hint, choice, regions, at FROM picture_decision WHERE event = ? AND hint = ?",
  );
  const setHint = connection.prepare(
    "UPDATE picture_decision SET hint = ? WHERE event = ? AND digest = ?",
  );
  const any = connection.prepare("SELECT 1 FROM picture_decision WHERE event = ? LIMIT 1").pluck();
  const tally = connection.prepare<[string], { choice: string; n: number }>(
    "SELECT choice, count(*) AS n FROM picture_decision WHERE event = ? GROUP BY choice",
  );
  const staff = connection
    .prepare<[string], string>(
      "SELECT DISTINCT staff FROM picture_decision WHERE event = ? ORDER BY staff",
    )
    .pluck();
  const addExport = connection.prepare(
    `INSERT INTO picture_export (event, digest, folder, name, decided_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (event, digest, folder, name) DO UPDATE SET decided_at = excluded.decided_at`,
  );
  const exportsIn = connection.prepare<[string, string], ExportRow>(
    "SELECT digest, name, decided_at FROM picture_export WHERE event = ? AND folder = ?",
  );
  const dropExport = connection.prepare(
    "DELETE FROM picture_export WHERE event = ? AND folder = ? AND name = ?",
  );
  const addReview = connection.prepare(
    "INSERT INTO picture_review (event, id) VALUES (?, ?) ON CONFLICT (event) DO NOTHING",
  );
  const readReview = connection
    .prepare<[string], string>("SELECT id FROM picture_review WHERE event = ?")
    .pluck();
  const drops = ["picture_decision", "picture_export", "picture_review"].map((table) =>
    connection.prepare(`DELETE FROM ${table} WHERE event = ?`),
  );

  return {
    keep({ event, digest, hint, decision, staff: by }: NewDecision): void {
      const regions = decision.choice === "cover" ? decision.regions : [];
      upsert.run(event, digest, hint, decision.choice, JSON.stringify(regions), by, now());
    },
    readByDigest: (event: string, digest: string) => readRow(byDigest.get(event, digest)),
    /** The file of this name, size and time, if nothing else has been put in its place. */
    readByHint: (event: string, hint: string) => readRow(byHint.get(event, hint)),
    /** The same file was found under another name or time. */
    setHint(event: string, digest: string, hint: string): void {
      setHint.run(hint, event, digest);
    },
    hasAny: (event: string): boolean => any.get(event) !== undefined,
    tally(event: string): PictureTally {
      const counts = new Map(tally.all(event).map(({ choice, n }) => [choice, n]));
      return {
        publish: counts.get("publish") ?? 0,
        cover: counts.get("cover") ?? 0,
        leaveOut: counts.get("leave-out") ?? 0,
        staff: staff.all(event),
      };
    },
    noteExport(event: string, kept: KeptDecision, folder: string, name: string): void {
      addExport.run(event, kept.digest, folder, name, kept.at);
    },
    /** `isCurrent`: the file follows what is decided now. */
    listExports(
      event: string,
      folder: string,
    ): { digest: string; name: string; isCurrent: boolean }[] {
      return exportsIn.all(event, folder).map(({ digest, name, decided_at }) => ({
        digest,
        name,
        isCurrent: byDigest.get(event, digest)?.at === decided_at,
      }));
    },
    forgetExport(event: string, folder: string, name: string): void {
      dropExport.run(event, folder, name);
    },
    /** The id that this PC counts the event's pictures under: `fresh` if there is none yet. */
    reviewOf(event: string, fresh: string): string {
      addReview.run(event, fresh);
      return readReview.get(event) ?? fresh;
    },
    /** Forgets all about the event's pictures. The answer: how many rows that were. */
    dropEvent(event: string): number {
      return drops.reduce((rows, drop) => rows + drop.run(event).changes, 0);
    },
  };
}

function readRow(row: Row | undefined): KeptDecision | null {
  if (row === undefined) return null;
  const regions: unknown = JSON.parse(row.regions);
  const decision = pictureDecision.parse(
    row.choice === "cover" ? { choice: "cover", regions } : { choice: row.choice },
  );
  return { digest: row.digest, decision, at: row.at };
}
