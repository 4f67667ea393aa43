import { afterAll, beforeAll, expect, test } from "vitest";
import { syncPaths } from "../../src/contract/sync.ts";
import type { HeadOffice } from "../../src/head-office/server.ts";
import { type CutSide, type CuttingLine, openCuttingLine } from "../support/cutting-line.ts";
import { deskTime } from "../support/desk-store.ts";
import { startTestHeadOffice, testBranch } from "../support/head-office.ts";
import { inventDecision } from "../support/invented-people.ts";
import { openSyncedDesk, type SyncedDesk } from "../support/synced-desk.ts";

let headOffice: HeadOffice;
let line: CuttingLine;
let desk: SyncedDesk;
let now = () => deskTime;

beforeAll(async () => {
  headOffice = await startTestHeadOffice({ now: () => new Date(now()) });
  line = await openCuttingLine(headOffice.address);
  desk = openSyncedDesk();
  now = desk.clock.now;
  const enrolled = await desk.sync.enrol(
    line.address,
    await headOffice.issueEnrolmentCode(testBranch),
  );
  if (!enrolled.ok) throw new Error(enrolled.failure.code);
});
afterAll(async () => {
  await desk.close();
  await line.close();
  await headOffice.close();
});

const status = () => desk.sync.status();
const countArrived = async (id: string) =>
  (await headOffice.db.selectFrom("capture").select("id").where("id", "=", id).execute()).length;

/** One push of what waits, over a line that is cut after so many bytes; true: it was settled. */
async function push(side: CutSide, after: number): Promise<boolean> {
  line.cutAfter(side, after);
  desk.clock.pass(400_000);
  desk.sync.wake("saved");
  await desk.untilIdle();
  return status().waiting === 0;
}

/** More bytes than a push of one capture has, either way. */
const most = 10_000;

test.each(["request", "answer"] as const)(
  `a push whose %s is cut at every byte of ${syncPaths.push} is lost nowhere and arrives once`,
  async (side) => {
    const id = desk.save(inventDecision(1));
    let cuts = 0;
    for (; cuts < most; cuts += 1) {
      if (await push(side, cuts)) break;
      expect(status()).toMatchObject({ waiting: 1, parked: 0, trouble: "cut-off" });
      expect(await countArrived(id)).toBe(side === "request" ? 0 : 1);
    }
    // Head and body passed, to their last byte: there was that much to cut.
    expect(cuts).toBeGreaterThan(side === "request" ? 1000 : 300);
    expect(cuts).toBeLessThan(most);
    expect(line.passed[side]).toBe(cuts);
    expect(await countArrived(id)).toBe(1);
    line.mend();
  },
  120_000,
);
