import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StoredCapture } from "../../contract/stored-capture.ts";
import { fillText } from "../fill-text.ts";
import { answerAll, correction, decision, voiding, withdrawal } from "./example-acts.ts";
import { arthur, somying } from "./example-people.ts";
import { exampleReference } from "./example-reference.ts";
import { takeCapture } from "./example-story.ts";
import type { Payload } from "./payload.ts";
import { writeReceipt } from "./receipt-content.ts";
import { marketingConsentText } from "./text.ts";

const clock = Date.parse("2026-11-01T03:00:00.000Z");

function write(payload: Payload | null, language: "th" | "en" = "en", from: Payload = decision) {
  const taken = takeCapture(payload ?? from, { device: 1, sequence: 2, clock });
  const capture: StoredCapture = {
    ...taken,
    payload,
    acknowledgedAt: null,
    parked: false,
    held: false,
    settledBy: null,
  };
  return writeReceipt(capture, payload, exampleReference, language, "1 Nov 2026, 10:00");
}

describe("a receipt of answers", () => {
  it("names every purpose with what was said, and the channels of a yes", () => {
    const { lines } = write(decision);
    expect(lines.map(({ name }) => name)).toEqual(
      exampleReference.purposes.map(({ name }) => name.en),
    );
    expect(lines[0]).toMatchObject({ said: "Yes, by SMS", isYes: true });
    expect(lines.slice(1).every(({ said }) => said === "No")).toBe(true);
  });

  it("holds number, code, notice with its version, and where to write to", () => {
    const receipt = write(decision, "th");
    expect(receipt.number).toBe("001-0002-N");
    expect(receipt.code).toBe("0010002N");
    expect(receipt.facts.map(({ value }) => value)).toContain("ประกาศความเป็นส่วนตัว: การตลาด ฉบับที่ 1");
    expect(receipt.how.text).toContain(exampleReference.controller.dpoEmail);
    expect(receipt.controller.name).toBe(exampleReference.controller.name.th);
  });

  it("tells no contact details: a receipt is left lying about", () => {
    expect(JSON.stringify(write(decision))).not.toMatch(/812345678|1234 5678/);
  });

  it("speaks of objection where a member's benefit is all that was said yes to", () => {
    const benefit = {
      ...exampleReference,
      settings: { ...exampleReference.settings, memberBasis: "member-benefit" as const },
    };
    const answers = answerAll(["direct-marketing email"], "member", benefit);
    const receipt = write({ ...decision, subject: arthur, answers });
    expect(receipt.how.text).toMatch(/^Object/);
    expect(receipt.lines[0]?.remark).toBe(marketingConsentText.en.receipt.benefit);
  });
});

describe("a receipt of another act", () => {
  it("says what was taken back", () => {
    expect(write(withdrawal).notes[0]).toMatch(/^Withdrawn: every matter/);
    const some = write({
      ...withdrawal,
      right: "objection",
      scope: [{ purpose: "direct-marketing", channel: "sms" }],
    });
    expect(some.title).toBe("Receipt of objection");
    expect(some.lines).toEqual([
      {
        name: exampleReference.purposes[0]?.name.en,
        said: "Objected to: SMS",
        isYes: false,
        remark: null,
      },
    ]);
  });

  it("says that details were put right, that an entry was voided, or that nobody is asked again", () => {
    expect(write(correction).title).toBe("Receipt of corrected details");
    expect(write(voiding).facts.map(({ value }) => value)).not.toContain(somying.name);
    const day = "2026-11-01";
    expect(write({ act: "no-thank-you", subject: null, day }).notes).toHaveLength(1);
  });

  it("says of a purged capture only that it was", () => {
    const receipt = write(null);
    expect(receipt.lines).toEqual([]);
    expect(receipt.notes).toEqual([marketingConsentText.en.receipt.purged]);
  });
});

describe("filling a text", () => {
  it("puts values in as they are, whatever they contain, and leaves unknown names alone", () => {
    expect(fillText("{{a}} {{b}}", { a: "$& {{b}}" })).toBe("$& {{b}} {{b}}");
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(fillText("<{{value}}>", { value })).toBe(`<${value}>`);
      }),
    );
  });
});

describe("the kind's words", () => {
  function listTexts(words: object, path = ""): [string, string][] {
    return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
      typeof value === "string"
        ? [[`${path}${key}`, value] as [string, string]]
        : listTexts(value as object, `${path}${key}.`),
    );
  }
  const thai = new Map(listTexts(marketingConsentText.th));
  const english = new Map(listTexts(marketingConsentText.en));

  it("have the same keys and the same gaps to fill in both languages", () => {
    expect([...thai.keys()]).toEqual([...english.keys()]);
    const gaps = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort();
    for (const [key, text] of thai)
      expect([key, gaps(text)]).toEqual([key, gaps(english.get(key) ?? "")]);
  });
});
