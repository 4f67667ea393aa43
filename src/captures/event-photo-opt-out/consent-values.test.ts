import { expect, test } from "vitest";
import { parsePayload } from "../capture-reading.ts";
import { ageBands } from "./consent-choices.ts";
import { findConsents } from "./consent-search.ts";
import { type ConsentValues, formConsent, listLacks, noConsent } from "./consent-values.ts";
import { eventPhotoOptOut } from "./definition.ts";
import { exampleEvent, exampleReference, exampleSignature, exampleStaff } from "./example-event.ts";

const whole: ConsentValues = {
  isTold: true,
  name: "เมฆ ทดสอบ",
  ageBand: "adult",
  shownAt: ["shop"],
  guardianName: "นภา ทดสอบ",
  relation: "parent",
  signature: exampleSignature,
};

test("nothing is chosen beforehand, and each answer is asked for", () => {
  expect(listLacks(noConsent)).toEqual(["told", "name", "ageBand", "shownAt", "signature"]);
  expect(listLacks(whole)).toEqual([]);
  expect(formConsent(exampleEvent, "photo-publicity", noConsent)).toBeNull();
});

test.each(ageBands)("what the form makes of %s is what the rules let through", (ageBand) => {
  const payload = formConsent(exampleEvent, "photo-publicity", { ...whole, ageBand });
  const parsed = parsePayload(eventPhotoOptOut, payload);
  expect(parsed.ok).toBe(true);
  const context = { reference: exampleReference, amended: null, staff: exampleStaff };
  expect(eventPhotoOptOut.checkRules(payload, context)).toEqual([]);
  // The person's own signature or the guardian's, never one as the other.
  expect(payload?.signature === null).toBe(ageBand !== "adult");
  expect(payload?.guardian === null).toBe(ageBand === "adult");
});

test("under 20 a guardian with a name and a relation is asked for", () => {
  const child: ConsentValues = { ...whole, ageBand: "up-to-10" };
  expect(listLacks({ ...child, guardianName: " " })).toEqual(["guardian"]);
  expect(listLacks({ ...child, relation: null })).toEqual(["guardian"]);
});

test("a consent is found by any part of its name or by its receipt, however that is typed", () => {
  const entry = (name: string, receiptNumber: string) => ({
    capture: receiptNumber,
    receiptNumber,
    name,
    ageBand: "adult" as const,
    givenAt: "2026-11-22T03:00:00.000Z",
    shownAt: [],
    withdrawnAt: null,
    marks: null,
  });
  const consents = [entry("Mali Test", "0A1-0002F-K"), entry("Mek Test", "001-0001-Q")];
  const find = (text: string) => findConsents(consents, text).map(({ name }) => name);
  expect(find("")).toHaveLength(2);
  expect(find("mek")).toEqual(["Mek Test"]);
  expect(find("001 0001 q")).toEqual(["Mek Test"]);
  expect(find("nobody")).toEqual([]);
});
