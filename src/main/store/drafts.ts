import type { Connection } from "./connection.ts";

/** ms for which a draft is kept: a day later the customer is gone, and so should be what they said. */
export const draftLife = 24 * 60 * 60 * 1000;

export type Drafts = ReturnType<typeof makeDrafts>;

/** What was being typed, per staff member and form; in the store, so it is encrypted as captures are. */
export function makeDrafts(connection: Connection, now: () => number) {
  const upsert = connection.prepare(
    `INSERT INTO draft (staff, form, body, kept_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (staff, form) DO UPDATE SET body = excluded.body, kept_at = excluded.kept_at`,
  );
  const read = connection.prepare<[string, string, number], { body: string; kept_at: number }>(
    "SELECT body, kept_at FROM draft WHERE staff = ? AND form = ? AND kept_at > ?",
  );
  const drop = connection.prepare("DELETE FROM draft WHERE staff = ? AND form = ?");
  const dropNaming = connection.prepare<[string]>("DELETE FROM draft WHERE instr(body, ?) > 0");
  const countAll = connection
    .prepare<[number], number>("SELECT count(*) FROM draft WHERE kept_at > ?")
    .pluck();
  const dropOld = connection.prepare("DELETE FROM draft WHERE kept_at <= ?");

  return {
    keep(staff: string, form: string, body: string): void {
      upsert.run(staff, form, body, now());
    },
    /** `keptAt` is ISO. */
    read(staff: string, form: string): { body: string; keptAt: string } | null {
      const row = read.get(staff, form, now() - draftLife);
      return row === undefined
        ? null
        : { body: row.body, keptAt: new Date(row.kept_at).toISOString() };
    },
    drop(staff: string, form: string): void {
      drop.run(staff, form);
    },
    /** Forgets the drafts that speak of an event, by its id. The answer: how many. */
    dropNaming(event: string): number {
      return dropNaming.run(event).changes;
    },
    /** How many are kept, of whomever. */
    count: () => countAll.get(now() - draftLife) ?? 0,
    /** Forgets all drafts that are over their time. */
    dropOld(): void {
      dropOld.run(now() - draftLife);
    },
  };
}
