import { expect, test } from "vitest";
import { optOut } from "../../../../captures/event-photo-opt-out/example-acts.ts";
import { seenRefund } from "../../../../captures/id-copy/example-acts.ts";
import {
  decision,
  refusal,
  withdrawal,
} from "../../../../captures/marketing-consent/example-acts.ts";
import { access } from "../../../../captures/rights-request/example-requests.ts";
import type { CaptureKind } from "../../../../contract/envelope.ts";
import type { PersonRecordFound } from "../../../../contract/inbox-person-procedures.ts";
import { proposeFate } from "./propose-fate.ts";

const found = (kind: string, payload: unknown) =>
  ({ capture: { header: { kind }, payload } }) as PersonRecordFound;

test.each<[CaptureKind, unknown, string]>([
  ["marketing-consent", decision, "goes"],
  ["marketing-consent", refusal, "dispute"],
  ["marketing-consent", withdrawal, "dispute"],
  ["id-copy", seenRefund, "tax"],
  ["event-photo-opt-out", optOut, "goes"],
  ["rights-request", access, "goes"],
  ["id-copy", null, "goes"],
])("of a %s", (kind, payload, fate) => {
  expect(proposeFate(found(kind, payload))).toBe(fate);
});

test("a kind that this version does not know goes", () => {
  expect(proposeFate(found("constructor", {}))).toBe("goes");
});
