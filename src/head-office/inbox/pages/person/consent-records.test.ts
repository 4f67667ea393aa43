import { expect, test } from "vitest";
import type { PersonRecordFound } from "../../../../contract/inbox-person-procedures.ts";
import { formConsentRecords } from "./consent-records.ts";

const record = {
  capture: {
    header: {
      id: "019a0000-0000-7000-9000-000000000001",
      kind: "marketing-consent",
      branch: "bkk-siam",
      capturedAt: "2026-11-22T03:00:00.000Z",
      amends: null,
      notice: null,
    },
    payload: {
      act: "decision",
      answers: [
        { purpose: "direct-marketing", channel: "sms", answer: "yes", basis: "consent" },
        { purpose: "partner-sharing", channel: null, answer: "no", basis: "consent" },
      ],
      means: { how: "signature", signature: { strokes: [[[1, 2]]] } },
    },
    receiptNumber: "001-0001-Q",
  },
  matchedBy: ["phone"],
  case: null,
  copy: null,
} as unknown as PersonRecordFound;

test("each purpose is an event with its state, and no drawing leaves", () => {
  const made = formConsentRecords([record], "2026-11-23T00:00:00.000Z");
  expect(made.records[0]?.event).toMatchObject([
    { purpose: "direct-marketing", event_state: "consent given", lawful_basis: "consent" },
    { purpose: "partner-sharing", event_state: "consent refused" },
  ]);
  expect(JSON.stringify(made)).not.toContain("strokes");
});

test("what is erased is an event without content", () => {
  const empty = { ...record, capture: { ...record.capture, payload: null } };
  const made = formConsentRecords([empty], "2026-11-23T00:00:00.000Z");
  expect(made.records[0]).toMatchObject({ record_content: null });
});
