import { describe, expect, it } from "vitest";
import { formReceiptNumber } from "../receipt-number.ts";
import { foldConsent } from "./consent-fold.ts";
import { answerAll, decision } from "./example-acts.ts";
import { arthur, somying } from "./example-people.ts";
import { exampleReference } from "./example-reference.ts";
import { takeCapture } from "./example-story.ts";
import { startWithdrawing } from "./form-values.ts";
import type { Decision } from "./payload.ts";
import { chooseRight, listWithdrawable, makeWithdrawal } from "./withdraw-payload.ts";

const who = { subject: "019a0000-0000-7000-8000-0000000000ff", staff: "malee" };
const benefit = {
  ...exampleReference,
  settings: { ...exampleReference.settings, memberBasis: "member-benefit" as const },
};
const clock = Date.parse("2026-11-01T03:00:00.000Z");

function foldOne(payload: Decision) {
  return foldConsent(payload.subject.id, [takeCapture(payload, { device: 1, sequence: 1, clock })]);
}

const member: Decision = {
  ...decision,
  subject: arthur,
  answers: answerAll(["direct-marketing email", "photo-publicity"], "member", benefit),
};

describe("the right that a person uses", () => {
  it("is withdrawal for what rests on consent", () => {
    expect(chooseRight("all", foldOne(decision), exampleReference)).toBe("withdrawal");
  });

  it("is objection for a member's benefit alone, and withdrawal for a mixture", () => {
    const state = foldOne(member);
    const news = [{ purpose: "direct-marketing", channel: "email" }];
    expect(chooseRight(news, state, benefit)).toBe("objection");
    expect(chooseRight([{ purpose: "photo-publicity", channel: null }], state, benefit)).toBe(
      "withdrawal",
    );
    expect(chooseRight("all", state, benefit)).toBe("withdrawal");
  });

  it("is withdrawal for somebody of whom nothing is known", () => {
    expect(chooseRight("all", null, benefit)).toBe("withdrawal");
  });
});

describe("what can be taken back", () => {
  it("is what is in force, and everything where nothing is known", () => {
    expect(listWithdrawable(foldOne(decision), exampleReference)).toEqual([
      { purpose: "direct-marketing", channel: "sms" },
    ]);
    const all = listWithdrawable(null, exampleReference);
    const channelled = exampleReference.purposes.filter(({ usesChannels }) => usesChannels).length;
    const count =
      channelled * exampleReference.channels.length + exampleReference.purposes.length - channelled;
    expect(all).toHaveLength(count);
  });
});

describe("a withdrawal from the form", () => {
  it("carries a known person as known, and the receipt that they showed in normal form", () => {
    const values = {
      ...startWithdrawing(""),
      scope: "all" as const,
      how: "spoken" as const,
      receipt: formReceiptNumber(1, 2).toLowerCase(),
    };
    const made = makeWithdrawal(values, somying, null, exampleReference, who);
    expect(made.subject).toEqual(somying);
    expect(made.receipts).toEqual([formReceiptNumber(1, 2).replaceAll("-", "")]);
    expect(made.means).toEqual({ how: "spoken", attestedBy: "malee" });
  });

  it("of a stranger holds what matches them, in stored form", () => {
    const values = {
      ...startWithdrawing(""),
      scope: "all" as const,
      phone: "081 234 5671",
      email: "Somying@Example.com",
    };
    const { subject } = makeWithdrawal(values, null, null, exampleReference, who);
    expect(subject.id).toBe(who.subject);
    expect(subject.contacts).toEqual({
      phone: "+66812345671",
      email: "somying@example.com",
      line: null,
      address: null,
    });
  });
});
