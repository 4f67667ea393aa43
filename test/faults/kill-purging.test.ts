import { randomBytes } from "node:crypto";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openConnection } from "../../src/main/store/connection.ts";
import { sha256 } from "../../src/main/store/sha256.ts";
import { compileProgram } from "../support/compiled-program.ts";
import { makeFolder, openDesk } from "../support/desk-store.ts";
import { takeDecisions } from "../support/filled-store.ts";
import { inventDecision, inventName } from "../support/invented-people.ts";
import { runKilledStep } from "../support/killed-step.ts";

const folder = makeFolder("kill-purging");
afterAll(folder.remove);

const key = randomBytes(32);
const step = await compileProgram(new URL("./purging-step.ts", import.meta.url), folder.path);
const people = [0, 1, 2, 3];
/** Sequences count from 1. The names of the first are in the index, those of the other are read as they are. */
const purged = [2, 4];

function readPhone(number: number): string {
  const decision = inventDecision(number);
  const phone = decision.act === "decision" ? decision.subject.contacts.phone : null;
  if (phone === null) throw new Error("an invented person without a phone");
  return phone;
}

/** A desk whose captures are at head office, so that retention may end. */
function makeDesk(path: string): void {
  const { store } = openDesk({ path, key });
  takeDecisions(store, 0, 3);
  while (store.tidy());
  takeDecisions(store, 3, people.length);
  const verdicts = people.map((number) => {
    const { id, contentHash } = store.captures.readBySequence(number + 1)?.envelope ?? {};
    if (!id || !contentHash) throw new Error("a capture is missing");
    return { sequence: number + 1, verdict: { verdict: "accepted" as const, id, contentHash } };
  });
  store.outbox.settle(verdicts);
  store.close();
}

/** Of which captures there is content, and by what each is still found, through the store and beneath it. */
function look(path: string) {
  const { store } = openDesk({ path, key });
  expect(store.captures.verifyChain(sha256)).toBeNull();
  const found = people.map((number) => ({
    hasContent: store.captures.readBySequence(number + 1)?.envelope.payload !== null,
    byName: store.people.search(inventName(number), 10).hits.length,
    byPhone: store.people.search(readPhone(number), 10).hits.length,
  }));
  store.close();
  const connection = openConnection({ path, key, allowPlaintext: false });
  // FTS5 compares its index with what it was made of: a name that was left in it is found out.
  connection.exec("INSERT INTO name_index (name_index, rank) VALUES ('integrity-check', 0)");
  const rows = ["search_key", "sighting", "named"].map((table) =>
    connection.prepare(`SELECT DISTINCT sequence FROM ${table} ORDER BY 1`).pluck().all(),
  );
  connection.close();
  return { found, rows };
}

it("killed before any statement of a purge, captures are there and found, or gone and found by nothing", {
  timeout: 60_000,
}, async () => {
  const path = join(folder.path, "desk.db");
  makeDesk(path);
  const before = look(path);
  expect(before.found).toEqual(people.map(() => ({ hasContent: true, byName: 1, byPhone: 1 })));
  const kept = people.filter((number) => !purged.includes(number + 1));
  const after = {
    found: people.map((number) =>
      kept.includes(number)
        ? { hasContent: true, byName: 1, byPhone: 1 }
        : { hasContent: false, byName: 0, byPhone: 0 },
    ),
    rows: before.rows.map(() => kept.map((number) => number + 1)),
  };
  let kills = 0;
  for (let nth = 1; ; nth += 1) {
    const copy = join(folder.path, `killed-${nth}.db`);
    cpSync(path, copy);
    cpSync(`${path}.key-id`, `${copy}.key-id`);
    const args = [copy, key.toString("hex"), String(nth), purged.join()];
    const wasKilled = await runKilledStep(step, args);
    const found = look(copy);
    if (!wasKilled) {
      expect(found).toEqual(after);
      break;
    }
    kills += 1;
    expect([before, after]).toContainEqual(found);
  }
  // Content, names, sightings, keys and the transaction around them: there was something to be cut in two.
  expect(kills).toBeGreaterThan(8);
});
