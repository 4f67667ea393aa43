import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeCopyKey } from "../../src/head-office/copies/copy-key.ts";
import type { HeadOffice } from "../../src/head-office/server.ts";
import { openConnection } from "../../src/main/store/connection.ts";
import { sha256 } from "../../src/main/store/sha256.ts";
import { makeFolder } from "../support/desk-store.ts";
import { type DiskCall, hasStrace, startTraced, traceCalls } from "../support/disk-calls.ts";
import { startTestHeadOffice, testBranch } from "../support/head-office.ts";
import { inventName } from "../support/invented-people.ts";
import { openKeptDesk, pathsOf, protectFor } from "../support/kept-keys.ts";
import { cutPower } from "../support/power-cuts.ts";

/** YINYOM_CUTS names another number, such as 2000. */
const cuts = Number(process.env.YINYOM_CUTS ?? 80);
const saves = 80;
const folder = makeFolder("power-cut");
const script = fileURLToPath(new URL("./power-desk.ts", import.meta.url));
let headOffice: HeadOffice;

beforeAll(async () => {
  const { id, publicKey } = await makeCopyKey("recovery", "a long passphrase");
  const value = { id, publicKey };
  const topic = "recovery-key" as const;
  headOffice = await startTestHeadOffice({
    publications: [{ topic, key: topic, value, audience: null }],
  });
});
afterAll(async () => {
  await headOffice?.close();
  folder.remove();
});

async function recordDesk(name: string, ...mode: string[]): Promise<DiskCall[]> {
  const place = join(folder.path, name);
  const log = join(folder.path, `${name}.calls`);
  mkdirSync(place);
  const code = await headOffice.issueEnrolmentCode(testBranch);
  const child = startTraced(script, [place, headOffice.address, code, String(saves), ...mode], log);
  return traceCalls(child, { log, folder: place });
}

type Saved = { number: number; sequence: number; id: string; contentHash: string };
/** `purging`: begun and not answered, which may be done or not. */
type Answered = { saved: Saved[]; purged: Set<number>; purging: number | null };

function note(answered: Answered, line: string): void {
  const { saved, purged } = answered;
  const [what, ...rest] = line.split(" ");
  if (what === "purging") answered.purging = Number(rest[0]);
  if (what === "purged") {
    purged.add(Number(rest[0]));
    answered.purging = null;
  }
  if (what !== "saved") return;
  const [number, sequence, id = "", contentHash = ""] = rest;
  saved.push({ number: Number(number), sequence: Number(sequence), id, contentHash });
}

/** Cuts the power at so many moments and looks at what the desk then has; the answer lists what it lost. */
async function cutDesk(calls: readonly DiskCall[], count: number): Promise<string[]> {
  const answered: Answered = { saved: [], purged: new Set(), purging: null };
  const rows = await headOffice.db.selectFrom("capture").select("id").execute();
  const arrived = new Set(rows.map(({ id }) => id));
  return cutPower({
    calls,
    before: null,
    count,
    left: join(folder.path, "left"),
    hear: (line) => note(answered, line),
    listFaults: (left) => listFaults(left, answered, arrived),
  });
}

/** What a desk that is opened on these files does not have or has by half. */
async function listFaults(
  place: string,
  { saved, purged, purging }: Answered,
  arrived: ReadonlySet<string>,
): Promise<string[]> {
  const faults: string[] = [];
  const check = (isWell: boolean, fault: string) => {
    if (!isWell) faults.push(fault);
  };
  const { store, key } = await openKeptDesk(place, protectFor("malee"), Date.now);
  try {
    for (const { sequence, id, contentHash } of saved) {
      const kept = store.captures.readById(id)?.envelope;
      check(kept?.contentHash === contentHash, `capture ${sequence} is not there`);
      check(
        sequence === purging || (kept?.payload === null) === purged.has(sequence),
        `capture ${sequence} and its content`,
      );
    }
    const last = saved.findLast(({ sequence }) => sequence !== purging && !purged.has(sequence));
    if (last !== undefined) {
      const { hits } = store.people.search(inventName(last.number), 1000);
      check(hits.length > 0, `the person of ${last.sequence} is not found`);
    }
    const count = store.captures.count();
    check(store.captures.verifyChain(sha256) === null, "the chain does not hold");
    check(count - saved.length <= 1, "more than one that was not answered");
    check((store.captures.last()?.sequence ?? 0) === count, "a gap");
    const waiting = new Set(store.outbox.list().map(({ id }) => id));
    for (let sequence = 1; sequence <= count; sequence += 1) {
      const id = store.captures.readBySequence(sequence)?.envelope.id ?? "";
      check(waiting.has(id) || arrived.has(id), `capture ${sequence} will not be sent`);
    }
    const enrolment = store.device.readEnrolment();
    check(saved.length === 0 || enrolment !== null, "the desk is not enrolled");
    if (enrolment !== null) await protectFor("malee").reveal(enrolment.protectedKey);
  } finally {
    store.close();
  }
  const connection = openConnection({ path: pathsOf(place).store, key, allowPlaintext: false });
  const integrity = connection.pragma("integrity_check", { simple: true });
  check(integrity === "ok", `integrity: ${String(integrity)}`);
  connection.close();
  return faults;
}

it.skipIf(!hasStrace)(
  `has all it answered, whole, after each of ${cuts} power cuts`,
  { timeout: 60_000 + cuts * 1_000 },
  async () => {
    const calls = await recordDesk("desk");
    expect(calls.filter(({ call }) => call === "said").length).toBeGreaterThan(saves);
    expect(await cutDesk(calls, cuts)).toEqual([]);
  },
);

it.skipIf(!hasStrace)("a store that does not sync is caught", async () => {
  const calls = await recordDesk("unsynced", "unsynced");
  const faults = await cutDesk(calls, 20);
  expect(faults.some((fault) => fault.endsWith("is not there"))).toBe(true);
});
