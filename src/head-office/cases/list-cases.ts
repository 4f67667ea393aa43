import { sql } from "kysely";
import { readPhone } from "../../captures/phone-number.ts";
import { compareCases, makeCaseRow } from "../../captures/rights-request/case-row.ts";
import { isClosed } from "../../captures/rights-request/case-state.ts";
import { readShopDay } from "../../captures/shop-day.ts";
import { publishedCase } from "../../contract/case.ts";
import type { InboxCaseRow } from "../../contract/inbox-case-procedures.ts";
import type { Db } from "../db/database.ts";
import { foldPublished } from "./kept-cases.ts";

/** At most this many are listed, those that are open before all others; whoever looks for an older one searches. */
const listLimit = 2000;

/** As the log has it: a quote within somebody's words is written with a backslash before it. */
const isOver = sql<boolean>`(published LIKE '%"step":"finish"%' OR published LIKE '%"step":"refuse"%')`;

/** Cases that are not voided, in the order of work; `search`: any part of number, name, phone, email. */
export async function listCases(
  db: Db,
  search: string,
  now: Date,
): Promise<{ cases: InboxCaseRow[]; more: boolean }> {
  const today = readShopDay(now);
  const rows = await db
    .selectFrom("rights_case")
    .select(["branch", "published", "clock_doubtful"])
    .where("voided", "=", false)
    .$if(search.trim() !== "", (query) =>
      query.where((is) =>
        is.or(listPatterns(search).map((pattern) => is("found_by", "like", pattern))),
      ),
    )
    .orderBy(isOver)
    .orderBy("id", "desc")
    .limit(listLimit + 1)
    .execute();
  const cases = rows.slice(0, listLimit).map((row): InboxCaseRow => {
    const record = foldPublished(publishedCase.parse(JSON.parse(row.published)));
    const { progress } = record;
    const closing = progress.result ?? progress.refusal;
    return {
      ...makeCaseRow({ ...record, clockDoubtful: row.clock_doubtful }, today),
      branch: row.branch,
      refusedFor: progress.refusal?.reason ?? null,
      closedOn: isClosed(progress) && closing ? readShopDay(new Date(closing.at)) : null,
    };
  });
  return { cases: cases.sort(compareCases), more: rows.length > listLimit };
}

function listPatterns(search: string): string[] {
  const phone = readPhone(search);
  const texts = [search.trim().toLowerCase(), ...(phone.ok ? [phone.e164] : [])];
  // What is typed stands for itself, a per cent sign too.
  return texts.map((text) => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
}
