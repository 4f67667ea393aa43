import type { CaseRecord } from "../../captures/rights-request/case-fold.ts";
import { foldCase } from "../../captures/rights-request/case-fold.ts";
import { type PublishedCase, publishedCase } from "../../contract/case.ts";
import type { Db } from "../db/database.ts";

/** A case as it is kept here. */
export type KeptCase = {
  published: PublishedCase;
  clockDoubtful: boolean;
  voided: boolean;
  foundBy: string;
};

export async function readKeptCase(db: Db, id: string): Promise<KeptCase | null> {
  const row = await db
    .selectFrom("rights_case")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row
    ? {
        published: publishedCase.parse(JSON.parse(row.published)),
        clockDoubtful: row.clock_doubtful,
        voided: row.voided,
        foundBy: row.found_by,
      }
    : null;
}

export async function writeKeptCase(db: Db, kept: KeptCase): Promise<void> {
  const { published } = kept;
  const row = {
    branch: published.branch,
    published: JSON.stringify(published),
    clock_doubtful: kept.clockDoubtful,
    voided: kept.voided,
    found_by: kept.foundBy,
  };
  await db
    .insertInto("rights_case")
    .values({ id: published.id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
}

/** Where a case stands by what was published of it alone. */
export function foldPublished(published: PublishedCase): CaseRecord {
  const record = foldCase(published.id, [], published);
  if (!record) throw new Error("a published case folds to nothing");
  return record;
}
