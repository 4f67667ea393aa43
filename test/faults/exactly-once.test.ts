import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { withdrawal } from "../../src/captures/marketing-consent/example-acts.ts";
import { chainStart, findEnvelopeFault } from "../../src/contract/chain.ts";
import { readDeviceChain } from "../../src/head-office/device-chain.ts";
import { pass, setUpDeskBehindLine } from "../support/desk-behind-line.ts";
import type { Fault } from "../support/faulty-line.ts";
import { inventDecision, inventSubject, scramble } from "../support/invented-people.ts";

const set = setUpDeskBehindLine();
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const captures = 500;

/** The same faults in every run. */
function drawFault(number: number): Fault {
  const drawn = scramble(number) % 100;
  if (drawn < 20) return { kind: "drop-request" };
  if (drawn < 40) return { kind: "drop-answer" };
  if (drawn < 50) return { kind: "duplicate", answer: "first" };
  if (drawn < 60) return { kind: "duplicate", answer: "second" };
  if (drawn < 75) return { kind: "delay", ms: scramble(number + 1_000_000) % 30 };
  if (drawn < 80) return { kind: "cut-answer" };
  return pass;
}

function saveNext(number: number): string {
  if (number % 23 !== 22) return set.desk.save(inventDecision(number));
  const means = { how: "spoken", attestedBy: "somying" } as const;
  return set.desk.save({ ...withdrawal, subject: inventSubject(number), means });
}

test("500 captures over a line that drops, cuts, duplicates and delays arrive exactly once, chain unbroken", async () => {
  const { desk, line } = set;
  line.treat(({ number }) => drawFault(number));
  const saved: string[] = [];
  for (let number = 0; number < captures; number += 1) {
    saved.push(saveNext(number));
    // Bursts of uneven length, some of them while a push is in the air, and some time passing between.
    if (scramble(number) % 7 === 0) desk.sync.wake("saved");
    if (scramble(number) % 19 === 0) await desk.untilIdle();
    if (scramble(number) % 5 === 0 && desk.clock.isIdle()) desk.clock.goToNextWake();
  }
  desk.sync.wake("manual");
  await desk.wakeUntil(() => desk.sync.status().waiting === 0);

  const arrived = await set.readArrived();
  expect(arrived.map((row) => row.id)).toEqual(saved);
  expect(arrived.map((row) => row.sequence)).toEqual(saved.map((_, place) => place + 1));
  let previous = chainStart;
  for (const row of arrived) {
    const kept = desk.store.captures.readById(row.id);
    expect(kept?.acknowledgedAt).not.toBeNull();
    expect(kept?.envelope).toMatchObject({ payload: row.payload, salt: row.salt, hash: row.hash });
    expect(kept && findEnvelopeFault(sha256, kept.envelope)).toBeNull();
    expect(row.previous_hash).toBe(previous);
    previous = row.hash;
  }
  expect(desk.store.captures.verifyChain(sha256)).toBeNull();
  const { device } = desk.store.device.readEnrolment() ?? {};
  expect(await readDeviceChain(set.headOffice.db, device ?? "")).toMatchObject({
    accepted: captures,
    refused: 0,
    gaps: [],
    broken: [],
    conflicts: 0,
  });
  expect(desk.sync.status()).toMatchObject({ waiting: 0, parked: 0, trouble: null });
  expect(new Set(line.log.map((entry) => entry.fault))).toEqual(
    new Set(["cut-answer", "delay", "drop-answer", "drop-request", "duplicate", "pass"]),
  );
}, 120_000);
