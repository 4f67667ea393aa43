import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import type { AnyCaptureDefinition } from "../../src/captures/define-capture.ts";
import { captureDefinitions } from "../../src/captures/index.ts";
import { submitCapture } from "../../src/main/capture/submit-capture.ts";
import { openConnection } from "../../src/main/store/connection.ts";
import { makePeople } from "../../src/main/store/people.ts";
import { makeCaptureDeps, openDesk, showNotice } from "../support/desk-store.ts";
import { inventDecision, inventName, inventPhone, scramble } from "../support/invented-people.ts";
import { readLargeStore } from "./large-store.ts";
import { formatMs, median, percentile, reportRatio, runRounds } from "./rounds.ts";

/**
 * Finding people among a million captures, beside the bare SQL that gives the same rows from the same
 * encrypted file (goal: at most 1.3 at the median); and what search keys cost the slowest saves at that size
 * (goal: at most 1.5 at p99).
 */
const goals = { search: 1.3, save: 1.5 };
const count = Number(process.env.YINYOM_BENCH_CAPTURES ?? 1_000_000);
const limit = 20;

const from = performance.now();
const { path, key } = readLargeStore(count);
console.log(`${count} captures ready after ${Math.round((performance.now() - from) / 1000)} s`);

const shown = `SELECT found.subject, sighting.at, name, phone, email, member FROM found
  JOIN sighting ON sighting.subject = found.subject
   AND sighting.sequence = (SELECT max(sequence) FROM sighting WHERE subject = found.subject)`;
const bySql = {
  indexed: `WITH found AS MATERIALIZED (SELECT DISTINCT subject
    FROM name_index CROSS JOIN named ON named.sequence = name_index.rowid
    WHERE name_index MATCH ? ORDER BY name_index.rowid DESC LIMIT ${limit + 1}) ${shown}`,
  scanned: `WITH found AS MATERIALIZED (SELECT DISTINCT subject FROM named
    WHERE instr(names, ?) > 0 ORDER BY sequence DESC LIMIT ${limit + 1}) ${shown}`,
  phone: `WITH found AS MATERIALIZED (SELECT DISTINCT subject FROM search_key CROSS JOIN named USING (sequence)
    WHERE type = 'phone' AND value = ? ORDER BY sequence DESC LIMIT ${limit + 1}) ${shown}`,
};

/** What is looked for, about person `number`: as it is typed, and as SQL gets it. */
type Search = {
  name: string;
  sql: string;
  typed(number: number): string;
  given(number: number): string;
};

const quote = (text: string) =>
  text
    .toLowerCase()
    .split(" ")
    .map((word) => `"${word}"`)
    .join(" AND ");
const cut = (number: number, length: number) => {
  const points = [...inventName(number).replaceAll(" ", "")];
  const start = scramble(number) % Math.max(1, points.length - length);
  return points.slice(start, start + length).join("");
};
const searches: Search[] = [
  {
    name: "name, whole",
    sql: bySql.indexed,
    typed: inventName,
    given: (n) => quote(inventName(n)),
  },
  {
    name: "name, part of 5",
    sql: bySql.indexed,
    typed: (n) => cut(n, 5),
    given: (n) => quote(cut(n, 5)),
  },
  {
    name: "name, two letters",
    sql: bySql.scanned,
    typed: (n) => cut(n, 2),
    given: (n) => cut(n, 2).toLowerCase(),
  },
  {
    name: "phone",
    sql: bySql.phone,
    typed: (n) => `0${inventPhone(n).slice(3)}`,
    given: inventPhone,
  },
];

async function compareSearches(): Promise<number> {
  const connection = openConnection({ path, key, allowPlaintext: false });
  const people = makePeople(connection);
  const total = { store: 0, bare: 0 };
  for (const { name, sql, typed, given } of searches) {
    const statement = connection.prepare<[string]>(sql);
    let number = 0;
    const choose = (index: number) => {
      number = scramble(index) % count;
    };
    const [store, bare] = await runRounds(
      [
        { name, prepare: choose, run: () => void people.search(typed(number), limit) },
        { name: "SQL", prepare: choose, run: () => void statement.all(given(number)) },
      ],
      { rounds: 10, pieces: 50 },
    );
    if (!store || !bare) throw new Error("a contender is missing");
    const [ours, theirs] = [median(store.rounds), median(bare.rounds)];
    total.store += ours;
    total.bare += theirs;
    console.log(
      `${name.padEnd(18)} p50 ${formatMs(ours)} p99 ${formatMs(percentile(store.pieces, 99))}` +
        `   SQL p50 ${formatMs(theirs)} p99 ${formatMs(percentile(bare.pieces, 99))}` +
        `   ratio ${(ours / theirs).toFixed(2)}`,
    );
  }
  connection.close();
  return total.store / total.bare;
}

/** p99 of a save with its search keys over the p99 of the same save without any. */
async function compareSaves(): Promise<number> {
  const { store } = openDesk({ path, key, now: Date.now });
  const full = captureDefinitions["marketing-consent"];
  const none = { phone: [], email: [], member: [], receipt: [], name: [] };
  const bare: AnyCaptureDefinition = { ...full, searchKeys: () => none, subject: () => null };
  const notice = showNotice("th");
  const save = (definition: AnyCaptureDefinition) => {
    const deps = { ...makeCaptureDeps(store, Date.now), definitions: { [full.kind]: definition } };
    let payload: unknown = null;
    return {
      prepare(index: number) {
        payload = inventDecision(scramble(index) % (4 * count));
      },
      run() {
        const input = { request: randomUUID(), kind: full.kind, payload, amends: null, notice };
        const result = submitCapture(deps, { staff: "malee", roles: ["counter"] }, input);
        if (!result.ok) throw new Error(JSON.stringify(result.failure));
      },
    };
  };
  const [keyed, plain] = await runRounds(
    [
      { name: "with", ...save(full) },
      { name: "without", ...save(bare) },
    ],
    { rounds: 20, pieces: 100 },
  );
  if (!keyed || !plain) throw new Error("a contender is missing");
  for (let more = true; more; ) more = store.tidy();
  store.close();
  const [p99, p99Without] = [percentile(keyed.pieces, 99), percentile(plain.pieces, 99)];
  console.log(
    `save with search keys   p50 ${formatMs(median(keyed.rounds))} p99 ${formatMs(p99)}\n` +
      `save without            p50 ${formatMs(median(plain.rounds))} p99 ${formatMs(p99Without)}`,
  );
  return p99 / p99Without;
}

const ratio = await compareSearches();
console.log(
  `p99 of a save, with search keys over without: ${(await compareSaves()).toFixed(2)} (goal: at most ${goals.save})`,
);
console.log(`goal: at most ${goals.search}, over the sum of the four medians`);
reportRatio("search", ratio);
