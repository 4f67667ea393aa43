import { describe, expect, it } from "vitest";
import { foldConsent } from "../../../captures/marketing-consent/consent-fold.ts";
import {
  answerAll,
  decision,
  withdrawal,
} from "../../../captures/marketing-consent/example-acts.ts";
import { somying } from "../../../captures/marketing-consent/example-people.ts";
import { exampleReference } from "../../../captures/marketing-consent/example-reference.ts";
import { takeCapture } from "../../../captures/marketing-consent/example-story.ts";
import { listConsentRows } from "./consent-rows.ts";

const clock = Date.parse("2026-11-01T03:00:00.000Z");
const both = {
  ...decision,
  answers: answerAll(["direct-marketing email", "direct-marketing sms", "photo-publicity"]),
};

describe("what a person agreed to", () => {
  it("tells every purpose, asked or not", () => {
    const rows = listConsentRows(foldConsent(somying.id, []), exampleReference, "en");
    expect(rows.map(({ decided }) => decided)).toEqual(exampleReference.purposes.map(() => null));
  });

  it("tells apart what different captures decided, each with its receipt", () => {
    const state = foldConsent(somying.id, [
      takeCapture(both, { device: 1, sequence: 1, clock }),
      takeCapture(
        { ...withdrawal, scope: [{ purpose: "direct-marketing", channel: "sms" }] },
        { device: 1, sequence: 2, clock: clock + 60_000 },
      ),
    ]);
    const [one, other] = listConsentRows(state, exampleReference, "en").filter(({ key }) =>
      key.startsWith("direct-marketing"),
    );
    const byReceipt = new Map(
      [one, other].map((row) => [row?.decided?.receiptNumber, row?.decided?.answers]),
    );
    expect(byReceipt.get("001-0002-N")).toEqual([{ channel: "SMS", status: "withdrawn" }]);
    expect(byReceipt.get("001-0001-Q")?.map(({ channel }) => channel)).toEqual([
      "Phone call",
      "Email",
      "LINE",
      "Post",
    ]);
  });
});
