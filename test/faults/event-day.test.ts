import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foldBoard } from "../../src/captures/event-photo-opt-out/board-fold.ts";
import { foldEvent } from "../../src/captures/event-photo-opt-out/event-fold.ts";
import {
  closing,
  correction,
  handOver,
  optOut,
  voiding,
} from "../../src/captures/event-photo-opt-out/example-acts.ts";
import { purgeExpired as purgeAtHeadOffice } from "../../src/head-office/events/purge-expired.ts";
import type { HeadOffice } from "../../src/head-office/server.ts";
import type { CaptureDeps } from "../../src/main/capture/capture-deps.ts";
import { purgeExpired } from "../../src/main/capture/purge-expired.ts";
import { readEvent } from "../../src/main/capture/read-events.ts";
import { deskTime, makeCaptureDeps } from "../support/desk-store.ts";
import { listEventPublications, saveEventCapture } from "../support/event-captures.ts";
import { type Fault, type FaultyLine, openFaultyLine } from "../support/faulty-line.ts";
import { startTestHeadOffice, testBranch } from "../support/head-office.ts";
import { scramble } from "../support/invented-people.ts";
import { openSyncedDesk, type SyncedDesk } from "../support/synced-desk.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const event = optOut.event;
const dayMs = 24 * 60 * 60 * 1000;

type Laptop = { desk: SyncedDesk; line: FaultyLine; deps: CaptureDeps; saved: string[] };
const laptops: Laptop[] = [];
let headOffice: HeadOffice;
const now = () => Math.max(deskTime, ...laptops.map(({ desk }) => desk.clock.now()));

beforeAll(async () => {
  headOffice = await startTestHeadOffice({
    now: () => new Date(now()),
    publications: listEventPublications(),
  });
  // Two of one branch, with clocks that differ by minutes, and one of another branch that works the event too.
  for (const [branch, start] of [
    [testBranch, deskTime],
    [testBranch, deskTime - 120_000],
    ["chiang-mai", deskTime + 90_000],
  ] as const) {
    const line = await openFaultyLine(headOffice.address);
    const desk = openSyncedDesk({ start });
    laptops.push({ desk, line, deps: makeCaptureDeps(desk.store, desk.clock.now), saved: [] });
    const enrolled = await desk.sync.enrol(
      line.address,
      await headOffice.issueEnrolmentCode(branch),
    );
    if (!enrolled.ok) throw new Error(`not enrolled: ${enrolled.failure.code}`);
  }
}, 60_000);
afterAll(async () => {
  for (const { desk, line } of laptops) {
    await desk.close();
    await line.close();
  }
  await headOffice.close();
});

/** The same faults in every run: on pushes and on pulls. */
function drawFault(number: number): Fault {
  const drawn = scramble(number) % 100;
  if (drawn < 15) return { kind: "drop-request" };
  if (drawn < 35) return { kind: "drop-answer" };
  if (drawn < 45) return { kind: "duplicate", answer: "second" };
  if (drawn < 60) return { kind: "cut-answer" };
  return { kind: "pass" };
}

/** What staff do at one laptop: mostly opt-outs, now and then a change to what any laptop took. */
function workOn({ deps, saved }: Laptop, number: number): void {
  const known = foldBoard(event, readEvent(deps, event).captures).entries;
  const entry = known[scramble(number) % Math.max(1, known.length)];
  const drawn = scramble(number + 500_000) % 10;
  const marks = { ...optOut.marks, tag: `T${number}` };
  if (entry && drawn === 0) saved.push(saveEventCapture(deps, voiding, entry.optOut));
  else if (entry && drawn < 3) {
    saved.push(saveEventCapture(deps, { ...correction, marks }, entry.optOut));
  } else if (drawn === 3) {
    const { covers } = foldBoard(event, readEvent(deps, event).captures);
    saved.push(saveEventCapture(deps, { ...handOver, covers }));
  } else saved.push(saveEventCapture(deps, { ...optOut, marks }));
}

async function untilAllHave(): Promise<void> {
  // The second time to fetch what the others sent in the meantime.
  for (const { desk } of [...laptops, ...laptops]) {
    desk.sync.wake("manual");
    await desk.wakeUntil(() => {
      const { waiting, trouble } = desk.sync.status();
      return waiting === 0 && trouble === null;
    });
  }
}

test("three laptops on bad lines come to one board with each capture once, and it goes with its event", async () => {
  for (const { line } of laptops) line.treat(({ number }) => drawFault(number));
  for (let number = 0; number < 120; number += 1) {
    const laptop = laptops[scramble(number + 900_000) % laptops.length];
    if (!laptop) throw new Error("there are three");
    workOn(laptop, number);
    // Hours with no line at all for some, a wake now and then for others.
    if (scramble(number) % 2 === 0) laptop.desk.sync.wake("manual");
    if (scramble(number) % 4 === 0) await laptop.desk.untilIdle();
    if (scramble(number) % 5 === 0 && laptop.desk.clock.isIdle()) laptop.desk.clock.goToNextWake();
  }
  for (const { line } of laptops) line.treat(() => ({ kind: "pass" }));
  await untilAllHave();

  const all = laptops.flatMap(({ saved }) => saved).toSorted();
  const [first, ...others] = laptops.map(({ deps }) => readEvent(deps, event).captures);
  if (!first) throw new Error("there are three");
  for (const captures of [first, ...others]) {
    expect(captures.map(({ header }) => header.id).toSorted()).toEqual(all);
  }
  const board = foldBoard(event, first);
  expect(board.entries.length).toBeGreaterThan(20);
  for (const captures of others) {
    expect(foldBoard(event, captures)).toEqual(board);
    expect(foldEvent(event, null, captures, "2026-11-22")).toEqual(
      foldEvent(event, null, first, "2026-11-22"),
    );
  }
  const faults = laptops.flatMap(({ line }) => line.log.map(({ fault }) => fault));
  expect(new Set(faults)).toEqual(
    new Set(["cut-answer", "drop-answer", "drop-request", "duplicate", "pass"]),
  );

  // One laptop closes the event. A week later nobody can be recognised anywhere, and every chain still holds.
  const [closer] = laptops;
  if (!closer) throw new Error("there are three");
  const closed = saveEventCapture(closer.deps, closing);
  await untilAllHave();
  for (const { desk } of laptops) desk.clock.pass(7 * dayMs + 600_000);
  expect(await purgeAtHeadOffice(headOffice.db, new Date(now()))).toBeGreaterThan(0);
  for (const { deps, desk } of laptops) {
    purgeExpired({ ...deps, now: desk.clock.now });
    const left = readEvent(deps, event).captures;
    const acts = new Set(left.map(({ payload }) => (payload as { act: string }).act));
    expect([...acts].toSorted()).toEqual(["close-event", "hand-over"]);
    expect(left.map(({ header }) => header.id)).toContain(closed);
    expect(desk.store.captures.verifyChain(sha256)).toBeNull();
  }
  const published = await headOffice.db.selectFrom("change").select("value").execute();
  expect(published.filter(({ value }) => value?.includes("clothing"))).toEqual([]);

  // What head office passes on after that brings nothing back.
  await untilAllHave();
  for (const { deps } of laptops) {
    const board = foldBoard(event, readEvent(deps, event).captures);
    expect(board.entries).toEqual([]);
  }
}, 180_000);
