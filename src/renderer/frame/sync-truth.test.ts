import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type SyncStatus, waitReason } from "../../contract/ipc.ts";
import { readSyncTruth } from "./sync-truth.ts";

const moment = "2026-11-22T07:30:00.000Z";
const good: SyncStatus = {
  waiting: 0,
  parked: 0,
  held: 0,
  oldestSince: null,
  lateness: "in-time",
  oldestWaitingSince: null,
  lastSyncedAt: moment,
  trouble: null,
  sending: false,
};

describe("readSyncTruth", () => {
  test("all is there only when head office has answered and nothing waits or is set aside", () => {
    expect(readSyncTruth(good)).toMatchObject({ isAllThere: true, tone: "good" });
  });

  test("never says that all is there while anything speaks against it", () => {
    const status = fc.record<SyncStatus>({
      waiting: fc.nat(5),
      parked: fc.nat(5),
      held: fc.nat(5),
      oldestSince: fc.constantFrom(null, moment),
      lateness: fc.constantFrom("in-time", "late", "very-late"),
      oldestWaitingSince: fc.constantFrom(null, moment),
      lastSyncedAt: fc.constantFrom(null, moment),
      trouble: fc.constantFrom(null, ...waitReason.options),
      sending: fc.boolean(),
    });
    fc.assert(
      fc.property(status, (one) => {
        const truth = readSyncTruth(one);
        const doubt =
          one.waiting > 0 ||
          one.parked > 0 ||
          one.held > 0 ||
          one.trouble !== null ||
          one.lastSyncedAt === null;
        expect(truth.isAllThere).toBe(!doubt);
        expect(truth.tone === "good").toBe(!doubt);
      }),
    );
  });

  test("tells of the oldest only once it is later than head office wants", () => {
    const late = { ...good, waiting: 1, oldestSince: moment };
    expect(readSyncTruth(late).late).toBeNull();
    expect(readSyncTruth({ ...late, lateness: "late" }).late).toEqual({
      since: moment,
      isVery: false,
    });
    expect(readSyncTruth({ ...late, lateness: "very-late" }).late?.isVery).toBe(true);
  });

  test("says that it sends only while there is something to send", () => {
    expect(readSyncTruth({ ...good, sending: true }).sending).toBe(false);
    expect(readSyncTruth({ ...good, sending: true, waiting: 2 })).toMatchObject({
      sending: true,
      tone: "busy",
    });
  });
});
