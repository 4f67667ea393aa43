import { readShopDay } from "../../captures/shop-day.ts";
import { restriction } from "../../contract/erasure.ts";
import {
  type inboxPersonProcedures,
  isSurelyTheirs,
} from "../../contract/inbox-person-procedures.ts";
import { listCases } from "../cases/list-cases.ts";
import { publishWithin } from "../change-log.ts";
import type { Db } from "../db/database.ts";
import { readCasePerson } from "../people/case-person.ts";
import { eraseCaptures } from "../people/erase-person.ts";
import { findPerson, readKeys } from "../people/find-person.ts";
import { scrubDatabase } from "../people/scrub-database.ts";
import { readTopic } from "../published-reference.ts";
import { act, answer, type Handlers, type InboxDeps, turnDown } from "./handler.ts";

export function makePersonHandlers(deps: InboxDeps): Handlers<keyof typeof inboxPersonProcedures> {
  const { db, now } = deps;
  return {
    "people.gather": ({ case: id }, asker) =>
      act(deps, asker, "person-gathered", { case: id }, async (work, at) => {
        const person = await readCasePerson(work, id);
        if (!person) return turnDown("not-found");
        const found = await findPerson(work, person.keys);
        const ids = found.map(({ capture }) => capture.header.id);
        const cases = await readCaseIds(work, ids);
        const copies = await readCopies(work, ids);
        const all = (await listCases(work, "", at)).cases;
        const restricted = (await readTopic(work, "restriction", restriction)).get(id);
        return answer({
          records: found.map(({ capture, matchedBy }) => ({
            capture,
            matchedBy,
            case: cases.get(capture.header.id) ?? null,
            copy: copies.get(capture.header.id) ?? null,
          })),
          cases: all.filter((row) => [...cases.values()].includes(row.id)),
          restrictedSince: restricted?.since ?? null,
          gatheredAt: at.toISOString(),
        });
      }),

    async "people.erase"({ case: id, captures, stays }, asker) {
      const reasons = [...new Set(stays.map(({ why }) => why))].sort().join(" ");
      const about = { case: id, goes: captures.length, stays: stays.length, why: reasons };
      const outcome = await act(deps, asker, "person-erased", about, async (work, at) => {
        const person = await readCasePerson(work, id);
        if (!person) return turnDown("not-found");
        // Only what is this person's: a slip of the hand must not empty somebody else's record.
        const found = await findPerson(work, person.keys);
        const own = new Set(found.map(({ capture }) => capture.header.id));
        if (!captures.every((one) => own.has(one))) return turnDown("not-found");
        return answer({ erased: await eraseCaptures(work, id, captures, at) });
      });
      if (!outcome.ok) return outcome;
      const scrubbed = await scrubDatabase(db);
      const traces = { case: id, scrubbed };
      await act(deps, asker, "traces-removed", traces, async () => answer({}));
      return answer({ ...outcome.value, scrubbed });
    },

    "people.setRestricted": ({ case: id, restricted }, asker) => {
      const action = restricted ? "person-restricted" : "restriction-ended";
      return act(deps, asker, action, { case: id }, async (work, at) => {
        if (!restricted) {
          const gone = { topic: "restriction", key: id, value: null, audience: null } as const;
          await publishWithin(work, [gone], at);
          return answer({ subjects: 0 });
        }
        const person = await readCasePerson(work, id);
        if (!person) return turnDown("not-found");
        const found = await findPerson(work, person.keys);
        const subjects = new Set([
          ...person.keys.subject,
          ...found
            .filter(({ matchedBy }) => isSurelyTheirs(matchedBy))
            .flatMap(({ capture }) => [...(readKeys(capture)?.subject ?? [])]),
        ]);
        const value = { subjects: [...subjects], since: readShopDay(now()) };
        await publishWithin(work, [{ topic: "restriction", key: id, value, audience: null }], at);
        return answer({ subjects: subjects.size });
      });
    },
  };
}

async function readCaseIds(db: Db, captures: readonly string[]): Promise<Map<string, string>> {
  if (captures.length === 0) return new Map();
  const rows = await db
    .selectFrom("case_capture")
    .select(["capture", "case_id"])
    .where("capture", "in", captures)
    .execute();
  return new Map(rows.map((row) => [row.capture, row.case_id]));
}

async function readCopies(db: Db, captures: readonly string[]) {
  if (captures.length === 0) return new Map();
  const rows = await db
    .selectFrom("attachment")
    .select(["capture", "size", "whole_at", "destroyed_at"])
    .where("capture", "in", captures)
    .execute();
  return new Map(
    rows.map((row) => [
      row.capture,
      {
        size: row.size,
        wholeAt: row.whole_at?.toISOString() ?? null,
        destroyedAt: row.destroyed_at?.toISOString() ?? null,
      },
    ]),
  );
}
