import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parsePayload, readPayload } from "./capture-reading.ts";
import type { CaptureDefinition } from "./define-capture.ts";

type Payload = { name: string; day: string; marks: number[]; size: number };

/** A kind in its third version: names were once `title`, and days once were not asked. */
const definition: CaptureDefinition<Payload> = {
  kind: "marketing-consent",
  version: 3,
  payload: z.strictObject({
    name: z.string().min(2).max(5),
    day: z.iso.date(),
    marks: z.array(z.int()).min(1).max(3),
    size: z.int().max(9),
  }),
  upcasts: {
    1: (old) => {
      const { title, ...rest } = old as { title: string };
      return { ...rest, name: title };
    },
    2: (old) => ({ ...(old as object), day: "2026-01-01" }),
  },
  roles: ["counter"],
  needsNotice: () => false,
  checkRules: () => [],
  searchKeys: () => ({ phone: [], email: [], member: [], receipt: [], name: [] }),
  subject: () => null,
  urgency: () => "ordinary",
  retention: () => "until-withdrawn",
};
const good: Payload = { name: "ดาว", day: "2026-11-22", marks: [1], size: 1 };

describe("readPayload", () => {
  it("reads every older version in the newest form", () => {
    const { name, day: _, ...rest } = good;
    const expected = { ...good, day: "2026-01-01" };
    expect(readPayload(definition, 1, { title: name, ...rest })).toEqual(expected);
    expect(readPayload(definition, 2, { name, ...rest })).toEqual(expected);
    expect(readPayload(definition, 3, good)).toEqual(good);
  });

  it("throws at a newer version, at a missing step and at what does not parse", () => {
    expect(() => readPayload(definition, 4, good)).toThrow(RangeError);
    expect(() => readPayload({ ...definition, upcasts: {} }, 2, good)).toThrow("no way up");
    expect(() => readPayload(definition, 3, {})).toThrow("Stored marketing-consent");
  });

  it("throws without what was typed", () => {
    const secret = "สมหญิงผู้ยาวเกินไป";
    expect(() => readPayload(definition, 3, { ...good, name: secret })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(secret) }),
    );
  });
});

describe("parsePayload", () => {
  it.each([
    [undefined, [{ path: [], code: "required" }]],
    [[], [{ path: [], code: "bad-form" }]],
    [{ ...good, name: undefined }, [{ path: ["name"], code: "required" }]],
    [{ ...good, name: null }, [{ path: ["name"], code: "bad-form" }]],
    [{ ...good, name: "a" }, [{ path: ["name"], code: "too-short", limit: 2 }]],
    [{ ...good, name: "abcdef" }, [{ path: ["name"], code: "too-long", limit: 5 }]],
    [{ ...good, day: "2026-02-30" }, [{ path: ["day"], code: "impossible-date" }]],
    [{ ...good, marks: [] }, [{ path: ["marks"], code: "too-short", limit: 1 }]],
    [{ ...good, marks: [1, 2, 3, 4] }, [{ path: ["marks"], code: "too-long", limit: 3 }]],
    [{ ...good, marks: [1, 0.5] }, [{ path: ["marks", 1], code: "bad-form" }]],
    [{ ...good, size: 10 }, [{ path: ["size"], code: "bad-form", limit: 9 }]],
    [{ ...good, more: 1 }, [{ path: ["more"], code: "bad-form" }]],
    [{ ...good, name: "a\u0000b" }, [{ path: ["name"], code: "bad-form" }]],
    [{ ...good, name: "a\ud800b" }, [{ path: ["name"], code: "bad-form" }]],
  ])("names what is wrong with %j", (input, issues) => {
    expect(parsePayload(definition, input)).toEqual({ ok: false, issues });
  });

  it("keeps what is right, emoji too", () => {
    const payload = { ...good, name: "ดา😀" };
    expect(parsePayload(definition, payload)).toEqual({ ok: true, value: payload });
  });
});
