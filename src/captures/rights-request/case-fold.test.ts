import { describe, expect, it } from "vitest";
import type { CaseStep, PublishedCase } from "../../contract/case.ts";
import { formReceiptNumber } from "../receipt-number.ts";
import { foldCase, groupCases } from "./case-fold.ts";
import { compareCases, makeCaseRow } from "./case-row.ts";
import {
  access,
  correction,
  exampleCase,
  exampleQuestion,
  exampleStaff,
  footageRequest,
  handOver,
  kanda,
  letter,
  questionAnswer,
  voiding,
} from "./example-requests.ts";
import { takeCapture as capture, tellHour } from "./example-story.ts";

const step = (hours: number) => ({ at: tellHour(hours), by: "DPO" });
const asks: CaseStep = {
  ...step(2),
  step: "ask-shop",
  question: exampleQuestion,
  words: "ซื้ออะไร",
};
const finishes: CaseStep = {
  ...step(30),
  step: "finish",
  answeredBy: "shop",
  words: "สำเนา 3 หน้า",
};

function publish(log: CaseStep[], changed: Partial<PublishedCase> = {}): PublishedCase {
  return {
    id: exampleCase,
    number: formReceiptNumber(1, 1),
    branch: "bkk-siam",
    right: "access",
    person: kanda.name,
    receivedOn: "2026-11-22",
    identitySeen: true,
    holdsFootage: false,
    log,
    ...changed,
  };
}

describe("a case", () => {
  it("is nothing where nobody tells of it", () => {
    expect(foldCase(exampleCase, [], null)).toBeNull();
  });

  it("begins with the request, before head office knows it", () => {
    const record = foldCase(exampleCase, [capture(access, 1)], null);
    expect(record).toMatchObject({
      number: formReceiptNumber(1, 1),
      right: "access",
      person: kanda.name,
      clockDoubtful: false,
    });
    expect(record?.progress).toMatchObject({ state: "received", identityChecked: true });
    expect(record?.log).toEqual([{ step: "received", ...step(1), by: exampleStaff }]);
  });

  it("is the same on a PC that did not take it, out of what head office published", () => {
    const here = foldCase(exampleCase, [capture(access, 1)], publish([asks, finishes]));
    const there = foldCase(exampleCase, [], publish([asks, finishes]));
    expect(there?.progress).toEqual(here?.progress);
    expect(there?.number).toBe(here?.number);
    expect(there?.progress.state).toBe("done");
  });

  it("shows the shop's answer at once, and once only when head office tells it too", () => {
    const answered = capture(questionAnswer, 3);
    const told: CaseStep = {
      ...step(4),
      step: "shop-answered",
      question: exampleQuestion,
      capture: answered.header.id,
      words: questionAnswer.words,
    };
    for (const log of [[asks], [asks, told]]) {
      const record = foldCase(exampleCase, [answered, capture(access, 1)], publish(log));
      expect(record?.progress.questions).toMatchObject([
        { id: exampleQuestion, answer: { words: questionAnswer.words } },
      ]);
      expect(record?.log.filter((entry) => entry.step === "shop-answered")).toHaveLength(1);
    }
  });

  it("is handed over by a counter whose clock is behind head office's", () => {
    const record = foldCase(
      exampleCase,
      [capture(access, 1), capture(handOver, 3)],
      publish([finishes]),
    );
    expect(record?.progress.handOver?.receiver).toBe(handOver.receiver);
    expect(record && makeCaseRow(record, "2026-11-24").waitsAtShop).toBe(false);
  });

  it("takes corrections and voids of its own request only", () => {
    const captures = [capture(access, 1), capture(correction, 2, exampleCase)];
    const corrected = foldCase(exampleCase, captures, null);
    expect(corrected?.asked).toMatchObject({ subject: correction.subject, answer: { by: "shop" } });
    expect(corrected?.isVoided).toBe(false);
    const voided = foldCase(exampleCase, [...captures, capture(voiding, 3, exampleCase)], null);
    expect(voided?.isVoided).toBe(true);
    const groups = groupCases([...captures, capture(letter, 4), capture(handOver, 5)]);
    expect([...groups.values()].map((group) => group.length)).toEqual([3, 1]);
  });

  it("drops a step that no rule lets it take, and keeps the rest", () => {
    const odd: CaseStep = { ...step(1), step: "resume" };
    expect(foldCase(exampleCase, [], publish([odd, asks]))?.progress.questions).toHaveLength(1);
  });
});

describe("the list", () => {
  it("has footage first, then consents taken back, then by days left, and what is closed last", () => {
    const rows = [
      publish([finishes], { id: "019a0000-0000-7000-9000-000000000201" }),
      publish([], { id: "019a0000-0000-7000-9000-000000000202" }),
      publish([], { id: "019a0000-0000-7000-9000-000000000203", receivedOn: "2026-10-01" }),
      publish([], { id: "019a0000-0000-7000-9000-000000000204", right: "withdraw-consent" }),
      publish([], { id: "019a0000-0000-7000-9000-000000000205", holdsFootage: true }),
    ].flatMap((one) => {
      const record = foldCase(one.id, [], one);
      return record ? [makeCaseRow(record, "2026-11-23")] : [];
    });
    expect(rows.toSorted(compareCases).map(({ id }) => id.slice(-1))).toEqual([
      "5",
      "4",
      "3",
      "2",
      "1",
    ]);
    expect(rows.map(({ daysLeft }) => daysLeft)).toEqual([29, 29, -23, 29, 29]);
  });

  it("knows the hold of a request that head office has not seen", () => {
    const record = foldCase(exampleCase, [capture(footageRequest, 1)], null);
    expect(record && makeCaseRow(record, "2026-11-23").holdsFootage).toBe(true);
  });
});
