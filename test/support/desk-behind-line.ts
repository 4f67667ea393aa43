import { gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { Envelope } from "../../src/contract/envelope.ts";
import { protocolHeader, syncPaths } from "../../src/contract/sync.ts";
import type { HeadOffice } from "../../src/head-office/server.ts";
import { deskTime } from "./desk-store.ts";
import { type Fault, type FaultyLine, openFaultyLine, type PassingRequest } from "./faulty-line.ts";
import { startTestHeadOffice, testBranch } from "./head-office.ts";
import { openSyncedDesk, type SyncedDesk } from "./synced-desk.ts";

export const pass: Fault = { kind: "pass" };

/** What head office marks its answers with. */
export const ours = { [protocolHeader]: "1", "content-type": "application/json" };

/** Something on the way answers; with `ours` as headers it wears head office's mark. */
export function standIn(status: number, body = "", headers: Record<string, string> = {}): Fault {
  return { kind: "stand-in", status, body, headers };
}

/** The captures that a push carries, in its order. */
export function readItems({ body }: PassingRequest): Envelope[] {
  return JSON.parse(gunzipSync(body).toString()).items;
}

export type DeskBehindLine = {
  headOffice: HeadOffice;
  line: FaultyLine;
  desk: SyncedDesk;
  /** Head office's clock minus the desk's, in ms; 0 at the start of each test. */
  skewMs: number;
  /** Treats pushes only: enrolment and pulls go through. */
  treatPushes(choose: (request: PassingRequest) => Fault): void;
  /** Wakes the desk as a save does, and waits until it has nothing in the air. */
  send(): Promise<void>;
  /** This desk's captures as head office has them, in the desk's order. */
  readArrived(): Promise<Arrived[]>;
};

type Arrived = {
  id: string;
  sequence: number;
  hash: string;
  previous_hash: string;
  payload: string | null;
  salt: string | null;
};

/**
 * For the tests of one file: a head office, and for each test a line and a desk enrolled through it. All stand
 * on the desk's clock, which the test moves. The parts are there once a test runs.
 */
export function setUpDeskBehindLine(): DeskBehindLine {
  // Filled by the hooks below, before any test can look.
  const set = { skewMs: 0 } as DeskBehindLine;
  let now = () => deskTime;

  set.treatPushes = (choose) =>
    set.line.treat((request) => (request.path === syncPaths.push ? choose(request) : pass));
  set.send = async () => {
    set.desk.sync.wake("saved");
    await set.desk.untilIdle();
  };
  set.readArrived = () =>
    set.headOffice.db
      .selectFrom("capture")
      .select(["id", "sequence", "hash", "previous_hash", "payload", "salt"])
      .where("device", "=", set.desk.store.device.readEnrolment()?.device ?? "")
      .orderBy("sequence")
      .execute();

  beforeAll(async () => {
    set.headOffice = await startTestHeadOffice({ now: () => new Date(now() + set.skewMs) });
  });
  afterAll(() => set.headOffice.close());
  beforeEach(async () => {
    set.skewMs = 0;
    set.line = await openFaultyLine(set.headOffice.address);
    set.desk = openSyncedDesk();
    now = set.desk.clock.now;
    const code = await set.headOffice.issueEnrolmentCode(testBranch);
    const enrolled = await set.desk.sync.enrol(set.line.address, code);
    if (!enrolled.ok) throw new Error(`not enrolled: ${enrolled.failure.code}`);
  });
  afterEach(async () => {
    await set.desk.close();
    await set.line.close();
  });
  return set;
}
