import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTakenAt } from "./exif-time.ts";

describe("when a picture was taken", () => {
  it("is the shop's time where the camera has no time zone", () => {
    expect(readTakenAt({ wall: "2026:11:22 09:30:05", offset: null })).toBe(
      "2026-11-22T02:30:05.000Z",
    );
  });

  it.each([
    ["+09:00", "2026-11-22T00:30:05.000Z"],
    ["-08:00", "2026-11-22T17:30:05.000Z"],
    ["+00:00", "2026-11-22T09:30:05.000Z"],
    // What is no time zone counts as none.
    ["+7", "2026-11-22T02:30:05.000Z"],
    ["+19:00", "2026-11-22T02:30:05.000Z"],
    ["   :  ", "2026-11-22T02:30:05.000Z"],
  ])("is shifted by the camera's own %s", (offset, at) => {
    expect(readTakenAt({ wall: "2026:11:22 09:30:05", offset })).toBe(at);
  });

  it.each([
    null,
    "",
    "    :  :     :  :  ",
    "0000:00:00 00:00:00",
    "2000:01:01 00:00:00",
    "2026:02:31 10:00:00",
    "2026:13:01 10:00:00",
    "2026:11:22 24:00:01",
    "2026:11:22 10:61:00",
    "2026-11-22 10:00:00",
    "tomorrow",
  ])("is not known from %j", (wall) => {
    expect(readTakenAt({ wall, offset: null })).toBeNull();
  });

  it("is what the camera's clock showed, for every minute that there is", () => {
    const least = Date.UTC(2002, 0, 1);
    const most = Date.UTC(2099, 11, 31);
    fc.assert(
      fc.property(fc.integer({ min: least, max: most }), (ms) => {
        const at = new Date(Math.floor(ms / 1000) * 1000).toISOString();
        const wall = at.slice(0, 19).replace("T", " ").replaceAll("-", ":");
        expect(readTakenAt({ wall, offset: "+00:00" })).toBe(at);
      }),
    );
  });
});
