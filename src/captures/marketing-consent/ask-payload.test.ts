import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePayload } from "../capture-reading.ts";
import {
  guardianActsAlone,
  listNeededContacts,
  listPurposes,
  makeDecision,
  needsGuardian,
} from "./ask-payload.ts";
import { marketingConsent } from "./definition.ts";
import { exampleSignature } from "./example-people.ts";
import { exampleReference } from "./example-reference.ts";
import { findAskIssues } from "./field-issues.ts";
import { type AskValues, startAsking } from "./form-values.ts";
import { ageBand, collectionPoint, guardianRelation } from "./payload.ts";

const who = { subject: "019a0000-0000-7000-8000-000000000001", staff: "malee" };
const benefitReference = {
  ...exampleReference,
  settings: { ...exampleReference.settings, memberBasis: "member-benefit" as const },
};

const blank = startAsking(exampleReference, null, "", "th");

/** Everything answered with no, said aloud. */
function answerNo(): AskValues {
  return {
    ...blank,
    noticeShown: "marketing@1/th",
    ageBand: "adult",
    replies: Object.fromEntries(
      exampleReference.purposes.map(({ id }) => [id, { reply: "no" as const, channels: [] }]),
    ),
    how: "spoken",
  };
}

function answerYes(channels: string[], changed: Partial<AskValues> = {}): AskValues {
  const no = answerNo();
  return {
    ...no,
    name: "สมหญิง ใจดี",
    phone: "081 234 5671",
    email: "Somying@Example.com",
    replies: { ...no.replies, "direct-marketing": { reply: "yes", channels } },
    ...changed,
  };
}

describe("a decision from the form", () => {
  it("begins with no answer, no age and no means", () => {
    expect(Object.values(blank.replies).every(({ reply }) => reply === null)).toBe(true);
    expect(blank.ageBand).toBeNull();
    expect(blank.how).toBeNull();
    expect(blank.noticeShown).toBeNull();
  });

  it("answers every channel: those not chosen are a no of their own", () => {
    const { answers } = makeDecision(answerYes(["sms"]), exampleReference, who);
    const direct = answers.filter(({ purpose }) => purpose === "direct-marketing");
    expect(direct).toHaveLength(exampleReference.channels.length);
    expect(direct.filter(({ answer }) => answer === "yes").map(({ channel }) => channel)).toEqual([
      "sms",
    ]);
  });

  it("keeps only the contacts that the chosen channels need, in their stored form", () => {
    const { contacts } = makeDecision(answerYes(["email"]), exampleReference, who).subject;
    expect(contacts).toEqual({
      phone: null,
      email: "somying@example.com",
      line: null,
      address: null,
    });
    const both = makeDecision(answerYes(["sms", "phone"]), exampleReference, who).subject;
    expect(both.contacts.phone).toBe("+66812345671");
    expect(both.contacts.email).toBeNull();
  });

  it("needs nothing to reach a person by who says no to all", () => {
    const values = answerNo();
    expect(listNeededContacts(values.replies, exampleReference).size).toBe(0);
    expect(findAskIssues(values, exampleReference, who.staff)).toEqual([]);
  });

  it("takes a member's basis from head office's setting, and only where the purpose allows it", () => {
    const values = answerYes(["sms"], { standing: "member", memberNumber: "M-1" });
    const bases = (reference: typeof exampleReference) =>
      new Map(
        makeDecision(values, reference, who).answers.map(({ purpose, basis }) => [purpose, basis]),
      );
    expect(bases(exampleReference).get("direct-marketing")).toBe("consent");
    expect(bases(benefitReference).get("direct-marketing")).toBe("member-benefit");
    expect(bases(benefitReference).get("photo-publicity")).toBe("consent");
  });

  it("asks for a guardian only for a yes of somebody under 20 (s.20)", () => {
    expect(needsGuardian(answerYes(["sms"]))).toBe(false);
    expect(needsGuardian(answerYes(["sms"], { ageBand: "over-10-under-20" }))).toBe(true);
    expect(needsGuardian({ ...answerNo(), ageBand: "up-to-10" })).toBe(false);
  });

  it("takes the guardian's signature as the act itself for a child of up to 10", () => {
    const values = answerYes(["sms"], {
      ageBand: "up-to-10",
      guardianName: "มานี ใจดี",
      guardianRelation: "parent",
      guardianSignature: exampleSignature,
      how: null,
    });
    expect(guardianActsAlone(values)).toBe(true);
    expect(findAskIssues(values, exampleReference, who.staff)).toEqual([]);
    const made = makeDecision(values, exampleReference, who);
    expect(made.means).toEqual({ how: "signature", signature: exampleSignature });
  });
});

const text = fc.oneof(
  fc.string({ maxLength: 140 }),
  fc.constantFrom("", "สมหญิง ใจดี", "081 234 5671", "somying@example.com", "4539148803436467"),
);
const anyReference = fc.constantFrom(exampleReference, benefitReference);
const anyValues: fc.Arbitrary<AskValues> = fc.record({
  name: text,
  standing: fc.constantFrom("customer" as const, "member" as const),
  memberNumber: text,
  ageBand: fc.option(fc.constantFrom(...ageBand.options)),
  phone: text,
  email: text,
  line: text,
  address: text,
  how: fc.option(fc.constantFrom("signature" as const, "spoken" as const)),
  signature: fc.option(fc.constant(exampleSignature)),
  language: fc.constantFrom("th" as const, "en" as const),
  noticeShown: fc.option(fc.constant("marketing@1/th")),
  collectionPoint: fc.constantFrom(...collectionPoint.options),
  replies: fc
    .array(
      fc.record({
        reply: fc.option(fc.constantFrom("yes" as const, "no" as const)),
        channels: fc.subarray(exampleReference.channels.map(({ id }) => id)),
      }),
      { minLength: exampleReference.purposes.length, maxLength: exampleReference.purposes.length },
    )
    .map((replies) =>
      Object.fromEntries(listPurposes(exampleReference).map(({ id }, at) => [id, replies[at]])),
    ) as fc.Arbitrary<AskValues["replies"]>,
  guardianName: text,
  guardianRelation: fc.option(fc.constantFrom(...guardianRelation.options)),
  guardianSignature: fc.option(fc.constant(exampleSignature)),
});

describe("faults of the form", () => {
  it("are none exactly where schema and rules take the payload and nothing is left open", () => {
    fc.assert(
      fc.property(anyValues, anyReference, (values, reference) => {
        const issues = findAskIssues(values, reference, who.staff);
        if (issues.length > 0) return;
        const made = makeDecision(values, reference, who);
        const read = parsePayload(marketingConsent, made);
        expect(read.ok).toBe(true);
        const context = { reference, amended: null, staff: who.staff };
        expect(marketingConsent.checkRules(made, context)).toEqual([]);
        expect(values.noticeShown).not.toBeNull();
        expect(values.ageBand).not.toBeNull();
        expect(Object.values(values.replies).every(({ reply }) => reply !== null)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("name each field once, in the order of the screen, and never a field that is not there", () => {
    fc.assert(
      fc.property(anyValues, anyReference, (values, reference) => {
        const fields = findAskIssues(values, reference, who.staff).map(({ field }) => field);
        expect(new Set(fields).size).toBe(fields.length);
        expect(fields).not.toContain("form");
        const needed = listNeededContacts(values.replies, reference);
        for (const key of ["phone", "email", "line", "address"] as const) {
          if (!needed.has(key)) expect(fields).not.toContain(key);
        }
        if (!needsGuardian(values)) {
          expect(fields.filter((field) => field.startsWith("guardian"))).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
