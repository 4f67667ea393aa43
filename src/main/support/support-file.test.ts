import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countReasons,
  readLogLines,
  type SupportFile,
  supportFile,
  writeSupportFile,
} from "./support-file.ts";

const time = "2026-11-26T03:00:00.000Z";
const good = JSON.stringify({ level: 30, time, event: "enrolment" });

const file: SupportFile = {
  madeAt: time,
  version: "0.1.0",
  system: {
    system: "linux 6",
    processor: "x64",
    electron: "45.4.1",
    memoryMegabytes: 8000,
    freeMemoryMegabytes: 900,
    freeDiskMegabytes: null,
  },
  branch: "b-001",
  deviceNumber: 7,
  store: { encrypted: true, megabytes: 1.5 },
  sync: {
    waiting: 1,
    parked: 0,
    hoursWaiting: 2,
    hoursSinceSynced: null,
    trouble: "no-line",
    reasons: { "no-line": 1 },
  },
  ...readLogLines([good, good]),
};

describe("a support file", () => {
  it("is JSON that says what it was made of, one line of the log to a line", () => {
    const text = writeSupportFile(file);
    expect(supportFile.parse(JSON.parse(text))).toEqual(file);
    expect(text.split("\n").filter((line) => line.includes("enrolment"))).toHaveLength(2);
    expect(JSON.parse(writeSupportFile({ ...file, log: [] }))).toMatchObject({ log: [] });
  });

  it("takes from the log only what has a log line's form, and says how much it left out", () => {
    const lines = [
      good,
      JSON.stringify({ level: 30, time, event: "saved", name: "กานดา ทองดี" }),
      JSON.stringify({ level: 50, time, event: "sync", code: "081 555 0101" }),
      "กานดา ทองดี",
      '{"level":30',
    ];
    const read = readLogLines(lines);
    expect(read.log).toHaveLength(1);
    expect(read.linesLeftOut).toBe(4);
    expect(writeSupportFile({ ...file, ...read })).not.toMatch(/กานดา|0101/);
  });

  it("lets no text through that somebody may have typed", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (typed) => {
        const lines = [typed, JSON.stringify({ level: 30, time, event: "x", typed })];
        expect(readLogLines(lines).log).toEqual([]);
        expect(Object.keys(countReasons([typed]))[0]).toMatch(/^[a-z-]+$/);
      }),
    );
  });

  it("counts reasons, and those that are none of the code's together", () => {
    expect(countReasons(["no-line", "no-line", null, "ติดต่อกานดา 081"])).toEqual({
      "no-line": 2,
      none: 1,
      other: 1,
    });
  });

  it("is not made of a part that has another form", () => {
    const wrong = { ...file, owner: "Somchai" } as SupportFile;
    expect(() => writeSupportFile(wrong)).toThrow();
  });
});
