import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchOptOuts, nearMs, trustTime } from "./picture-match.ts";

const noon = Date.parse("2026-11-22T05:00:00.000Z");
const at = (ms: number) => new Date(noon + ms).toISOString();
const zones = fc.constantFrom("stage", "workshop", null);
const entry = fc.record({
  takenAt: fc.integer({ min: -2 * nearMs, max: 2 * nearMs }).map(at),
  marks: fc.record({
    zone: zones,
    seenAt: fc.option(fc.integer({ min: -2 * nearMs, max: 2 * nearMs }).map(at)),
  }),
});
const facts = fc.record({
  takenAt: fc.option(fc.integer({ min: -nearMs, max: nearMs }).map(at)),
  zone: zones,
});

describe("the opt-outs that a picture is held against", () => {
  it("are all of them, each once", () => {
    fc.assert(
      fc.property(fc.array(entry), facts, (entries, picture) => {
        const { near, others } = matchOptOuts(entries, picture);
        expect([...near, ...others]).toHaveLength(entries.length);
        expect(new Set([...near, ...others])).toEqual(new Set(entries));
      }),
    );
  });

  it("are near by time and zone, as far as both are known", () => {
    fc.assert(
      fc.property(fc.array(entry), facts, (entries, picture) => {
        const { near, others } = matchOptOuts(entries, picture);
        const isClose = ({ marks, takenAt }: (typeof entries)[number]) =>
          picture.takenAt === null ||
          Math.abs(Date.parse(marks.seenAt ?? takenAt) - Date.parse(picture.takenAt)) <= nearMs;
        const isThere = ({ marks }: (typeof entries)[number]) =>
          !picture.zone || !marks.zone || marks.zone === picture.zone;
        for (const one of near) expect(isClose(one) && isThere(one)).toBe(true);
        for (const one of others) expect(isClose(one) && isThere(one)).toBe(false);
      }),
    );
  });

  it("are never fewer for a picture of which less is known", () => {
    fc.assert(
      fc.property(fc.array(entry), facts, (entries, picture) => {
        const known = new Set(matchOptOuts(entries, picture).near);
        for (const less of [
          { ...picture, takenAt: null },
          { ...picture, zone: null },
        ]) {
          const near = new Set(matchOptOuts(entries, less).near);
          for (const one of known) expect(near.has(one)).toBe(true);
        }
      }),
    );
  });

  it("come with the closest in time first", () => {
    fc.assert(
      fc.property(fc.array(entry), facts, (entries, picture) => {
        fc.pre(picture.takenAt !== null);
        const { near } = matchOptOuts(entries, picture);
        const distances = near.map(({ marks, takenAt }) =>
          Math.abs(Date.parse(marks.seenAt ?? takenAt) - Date.parse(picture.takenAt ?? "")),
        );
        expect(distances).toEqual(distances.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe("a camera's clock", () => {
  it("is believed on the event's days, as the shop counts them", () => {
    expect(trustTime("2026-11-21T17:00:00.000Z", ["2026-11-22"])).toBe("2026-11-21T17:00:00.000Z");
    expect(trustTime("2026-11-22T17:00:00.000Z", ["2026-11-22"])).toBeNull();
    expect(trustTime("2019-01-01T03:00:00.000Z", ["2026-11-22"])).toBeNull();
    expect(trustTime(null, ["2026-11-22"])).toBeNull();
    expect(trustTime("2019-01-01T03:00:00.000Z", [])).toBe("2019-01-01T03:00:00.000Z");
  });
});
