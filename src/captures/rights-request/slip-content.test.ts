import { describe, expect, it } from "vitest";
import type { StoredCapture } from "../../contract/stored-capture.ts";
import { formReceiptNumber } from "../receipt-number.ts";
import { exampleReference } from "./example-reference.ts";
import {
  access,
  exampleCase,
  exampleStaff,
  footageRequest,
  handOver,
  letter,
} from "./example-requests.ts";
import { examples } from "./examples.ts";
import type { Payload } from "./payload.ts";
import { chooseSlipLanguages, writeSlip } from "./slip-content.ts";
import { rightsRequestText } from "./text.ts";

const dates = { day: (iso: string) => `day ${iso}`, moment: (iso: string) => `moment ${iso}` };

function slipOf(
  item: Payload | null,
  clockOffsetMs: number | null = 0,
  language = "th" as "th" | "en",
) {
  const capture: StoredCapture = {
    header: {
      envelope: 1,
      id: exampleCase,
      device: "019a0000-0000-7000-a000-000000000001",
      sequence: 1,
      kind: "rights-request",
      version: 1,
      capturedAt: "2026-11-22T16:30:00.000Z",
      clockOffsetMs,
      branch: "bkk-siam",
      staff: exampleStaff,
      amends: null,
      notice: null,
      contentHash: "c".repeat(64),
      previousHash: "0".repeat(64),
    },
    payload: item,
    receiptNumber: formReceiptNumber(1, 1),
    acknowledgedAt: null,
    parked: false,
    held: false,
    settledBy: null,
  };
  return writeSlip(capture, item, exampleReference, language, dates);
}

const words = rightsRequestText.th.slip;
const linesOf = (slip: ReturnType<typeof slipOf>) => slip.sections.flatMap(({ lines }) => lines);

describe("a slip", () => {
  it("tells the number, both dates, and where the DPO is", () => {
    const slip = slipOf(access);
    expect(slip.number).toBe(formReceiptNumber(1, 1));
    expect(slip.facts).toContainEqual({ label: words.due, value: "day 2026-12-22" });
    expect(slip.facts).toContainEqual({
      label: words.received,
      value: "moment 2026-11-22T16:30:00.000Z",
    });
    expect(slip.controller.dpo).toBe(exampleReference.controller.dpoEmail);
    expect(slip.warnings).toEqual([]);
  });

  it("says so when the clock is doubted, and counts from head office's", () => {
    const slip = slipOf(access, 45 * 60_000);
    expect(slip.warnings).toEqual([words.doubtful]);
    expect(slip.facts).toContainEqual({ label: words.due, value: "day 2026-12-23" });
    expect(slipOf(access, null).warnings).toEqual([words.doubtful]);
  });

  it("tells whoever complains how to reach the authority first of all", () => {
    const complaint = { ...access, right: "complaint" as const };
    expect(slipOf(complaint).sections[0]?.heading).toBe(words.complain);
    expect(linesOf(slipOf(complaint))).toContain(words.complainText);
    expect(linesOf(slipOf(access)).join()).toContain("www.pdpc.or.th");
  });

  it("says that footage is held, and to whom an authority turns", () => {
    expect(linesOf(slipOf(footageRequest))).toContain(words.hold);
    expect(linesOf(slipOf(letter))).toEqual([words.letterText]);
    expect(slipOf(letter).facts.map(({ label }) => label)).not.toContain(words.due);
  });

  it("is in the language that was signed", () => {
    const english = { ...access, declaration: { ...access.declaration, language: "en" as const } };
    expect(chooseSlipLanguages(english)).toEqual(["en"]);
    expect(chooseSlipLanguages(handOver)).toEqual(["th"]);
    expect(chooseSlipLanguages(null)).toEqual(["th", "en"]);
  });

  it.each(Object.entries(examples.valid))("can be written of: %s", (_, { payload }) => {
    for (const language of ["th", "en"] as const) {
      const slip = slipOf(payload, 0, language);
      expect(slip.title).not.toBe("");
      expect(JSON.stringify(slip)).not.toContain("{{");
      expect(JSON.stringify(slip)).not.toContain("undefined");
    }
  });

  it("says of what was purged only that it was there", () => {
    expect(linesOf(slipOf(null))).toEqual([words.purged]);
  });
});
