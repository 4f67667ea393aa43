import { describe, expect, test } from "vitest";
import { type CorrectValues, makeCorrection, startCorrection } from "./correct-values.ts";
import { copiedRefund, exampleCompany, seenRefund } from "./example-acts.ts";
import { exampleCopyRules, exampleReference } from "./example-reference.ts";
import type { Refund } from "./payload.ts";
import { findCorrectionFaults, findRefundFaults } from "./refund-faults.ts";
import {
  makeEvidence,
  makeRefund,
  needsManager,
  type RefundValues,
  readAmount,
  startRefund,
} from "./refund-values.ts";

const staff = { staff: "somying", roles: ["counter"] as const };
const subject = "019a0000-0000-7000-8000-00000000000a";
const seen: RefundValues = {
  ...startRefund("th"),
  sale: "INV-1",
  reason: "faulty-goods",
  amount: "3,500",
  how: "cash",
  name: "มานี ใจงาม",
  evidence: "seen",
  noticeShown: "refund-id@1/th",
  document: "passport",
  lastFour: "7654",
  validUntil: "31/12/2572",
};
const faultsOf = (values: RefundValues) =>
  findRefundFaults(values, exampleCopyRules, exampleReference, staff).map(
    ({ field, code }) => `${field}: ${code}`,
  );

describe("a refund's form", () => {
  test("says of an empty form what is to be filled in, in the order of the screen", () => {
    expect(faultsOf(startRefund("th"))).toEqual([
      "sale: required",
      "reason: required",
      "amount: required",
      "how: required",
      "name: required",
    ]);
  });

  test("has no fault once everything is there, and makes what main takes", () => {
    expect(faultsOf(seen)).toEqual([]);
    expect(makeRefund(seen, exampleCopyRules, subject)).toMatchObject({
      amount: 350_000,
      paid: { how: "cash" },
      exception: null,
    });
    expect(makeEvidence(seen, "somying")).toMatchObject({
      sight: { name: "มานี ใจงาม", lastFour: "7654", validUntil: "2029-12-31" },
    });
  });

  test("asks for the manager's reason and PIN where less is chosen than the rule asks", () => {
    const large = { ...seen, amount: "25000" };
    expect(needsManager(large, exampleCopyRules)).toBe(true);
    expect(faultsOf(large)).toEqual(["why: reason-needed", "manager: pin-needed"]);
    expect(faultsOf({ ...large, why: "รู้จักลูกค้า", manager: "wichai" })).toEqual([]);
  });

  test("and where a copy is chosen that the rule does not ask", () => {
    expect(faultsOf({ ...seen, evidence: "copied" })).toEqual([
      "why: reason-needed",
      "manager: pin-needed",
    ]);
  });

  test("lets nobody look at a document before the customer was told", () => {
    expect(faultsOf({ ...seen, noticeShown: null })).toEqual(["noticeShown: required"]);
  });

  test("refuses a card number and an account that is none", () => {
    expect(faultsOf({ ...seen, sale: "4111 1111 1111 1111" })).toEqual(["sale: card-number"]);
    const transfer = { ...seen, how: "transfer", bank: "kbank", account: "12" } as const;
    expect(faultsOf(transfer)).toEqual(["account: bad-account"]);
  });
});

describe("a correction's form", () => {
  const corrected = (refund: Refund, change: Partial<CorrectValues>) => ({
    ...startCorrection(refund, "th"),
    correction: "ชื่อพิมพ์ผิด",
    ...change,
  });
  const faultsIn = (refund: Refund, change: Partial<CorrectValues>) =>
    findCorrectionFaults(
      corrected(refund, change),
      refund,
      exampleCopyRules,
      exampleReference,
      staff,
    ).map(({ field, code }) => `${field}: ${code}`);

  test("begins with what was said, and asks why", () => {
    expect(faultsIn(copiedRefund, { correction: " " })).toEqual(["correction: reason-needed"]);
    const made = makeCorrection(corrected(copiedRefund, {}), exampleCopyRules, copiedRefund);
    const { evidence: _, ...terms } = copiedRefund;
    expect(made).toEqual({ ...terms, act: "correct", why: "ชื่อพิมพ์ผิด" });
  });

  test("puts right a name, an amount with satang, the way and a company's director", () => {
    const change = { name: "ธนพล ทดสอบดี", amount: "36,000.25", how: "cash" } as const;
    expect(faultsIn(copiedRefund, change)).toEqual([]);
    expect(
      makeCorrection(corrected(copiedRefund, change), exampleCopyRules, copiedRefund),
    ).toMatchObject({ amount: 3_600_025, paid: { how: "cash" }, subject: { name: change.name } });
    const company = { ...seenRefund, subject: exampleCompany };
    expect(faultsIn(company, { director: "" })).toEqual(["director: required"]);
  });

  test("asks for a manager where the proof is not what the corrected amount asks", () => {
    expect(faultsIn(copiedRefund, { amount: "500" })).toEqual([
      "why: reason-needed",
      "manager: pin-needed",
    ]);
    expect(faultsIn(seenRefund, { amount: "40000", why: "รู้จักลูกค้า", manager: "wichai" })).toEqual(
      [],
    );
  });

  test("refuses what a new refund would", () => {
    expect(faultsIn(seenRefund, { sale: "4111 1111 1111 1111" })).toEqual(["sale: card-number"]);
  });
});

test("an amount is read with its commas and satang, and nothing else is", () => {
  expect(readAmount("1,250.50")).toBe(125_050);
  expect(readAmount("฿ 20")).toBe(2000);
  expect(readAmount("0.5")).toBe(50);
  for (const text of ["", "0", "-5", "1.234", "abc", "1e5"]) expect(readAmount(text)).toBeNull();
});
