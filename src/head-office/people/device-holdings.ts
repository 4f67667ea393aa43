import { sql } from "kysely";
import { groupBy } from "../../captures/group-by.ts";
import type { OfficeCapture } from "../../contract/inbox-case-procedures.ts";
import { type PersonHeld, peopleHeldLimit } from "../../contract/inbox-loss-procedures.ts";
import { readOfficeCaptures } from "../cases/case-captures.ts";
import type { Db } from "../db/database.ts";
import { findDefinition } from "../stored-payload.ts";
import { readKeys } from "./find-person.ts";

export type Holdings = { records: number; people: PersonHeld[]; peopleCount: number };

/** So many captures are read at a time. */
const batch = 500;

/**
 * Whose records a device of ours may hold that was last in use at `until`: of all that came from it and still has
 * content, what is of somebody who was there in the `days` before, and what is of nobody known and as new.
 */
export async function readHoldings(
  db: Db,
  device: string,
  days: number,
  until: Date,
): Promise<Holdings> {
  const from = new Date(until.getTime() - days * 86_400_000).toISOString();
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM capture WHERE device = ${device}::uuid AND payload IS NOT NULL
    ORDER BY sequence`.execute(db);
  const captures: OfficeCapture[] = [];
  for (let at = 0; at < rows.length; at += batch) {
    const ids = rows.slice(at, at + batch).map(({ id }) => id);
    captures.push(...(await readOfficeCaptures(db, ids)));
  }
  const people = groupByPerson(captures);
  const held = [...people.values()]
    .map((captures) => ({ captures, lastAt: findLast(captures) }))
    .filter(({ lastAt }) => lastAt >= from)
    .sort((one, other) => (one.lastAt < other.lastAt ? 1 : -1));
  return {
    records: held.reduce((sum, { captures }) => sum + captures.length, 0),
    people: held
      .slice(0, peopleHeldLimit)
      .map(({ captures, lastAt }) => describe(captures, lastAt)),
    peopleCount: held.length,
  };
}

function readName({ header, payload }: OfficeCapture): string | null {
  const definition = payload === null ? null : findDefinition(header.kind, header.version);
  return definition?.subject(payload)?.name ?? null;
}

/** What amends says of nobody by itself: it goes with what it amends, as the desk keeps it. */
function groupByPerson(captures: readonly OfficeCapture[]): Map<string, OfficeCapture[]> {
  const whose = new Map<string, string>();
  // In the order of the chain, in which nothing amends what comes after it.
  const inOrder = captures.toSorted((one, other) => one.header.sequence - other.header.sequence);
  return groupBy(inOrder, (capture) => {
    const { id, amends } = capture.header;
    const [subject] = readKeys(capture)?.subject ?? [];
    const who = subject ?? (amends === null ? id : (whose.get(amends) ?? amends));
    whose.set(id, who);
    return who;
  });
}

const findLast = (captures: readonly OfficeCapture[]) =>
  captures.reduce((last, { header }) => (header.capturedAt > last ? header.capturedAt : last), "");

/** By the newest capture that says it. */
function describe(captures: readonly OfficeCapture[], lastAt: string): PersonHeld {
  const newest = captures.toReversed();
  const known = newest.flatMap((capture) => readKeys(capture) ?? []);
  const say = (key: "name" | "phone" | "email" | "member"): string | null => {
    for (const keys of known) for (const value of keys[key]) return value;
    return null;
  };
  return {
    // As it was written, where it was written as a person's; names to look up are all small letters.
    name: newest.map(readName).find((name) => name !== null) ?? say("name"),
    phone: say("phone"),
    email: say("email"),
    member: say("member"),
    kinds: [...new Set(captures.map(({ header }) => header.kind))],
    receiptNumbers: captures.map(({ receiptNumber }) => receiptNumber),
    lastAt,
  };
}
