import { describe, expect, it } from "vitest";
import type { CaseStep, PublishedCase } from "../../contract/case.ts";
import { type CaseCapture, foldCase, groupCases } from "./case-fold.ts";
import {
  access,
  correction,
  exampleCase,
  exampleQuestion,
  exampleStaff,
  handOver,
  kanda,
  letter,
  questionAnswer,
  voiding,
} from "./example-requests.ts";
import { takeCapture, tellHour } from "./example-story.ts";

const first = takeCapture(access, 1);
const otherCase = "019a0000-0000-7000-9000-000000000999";

const asks: CaseStep = {
  at: tellHour(2),
  by: "DPO",
  step: "ask-shop",
  question: exampleQuestion,
  words: "ซื้ออะไร",
};
const published: PublishedCase = {
  id: exampleCase,
  number: "published-1",
  branch: "cnx-nimman",
  right: "erasure",
  person: "กมล ทดสอบ",
  receivedOn: "2026-11-20",
  identitySeen: false,
  holdsFootage: true,
  log: [asks],
};

const fold = (...captures: CaseCapture[]) => foldCase(exampleCase, captures, null);

describe("what a case tells", () => {
  it("is what this PC took, before what head office says", () => {
    expect(foldCase(exampleCase, [first], published)).toMatchObject({
      number: first.receiptNumber,
      branch: "bkk-siam",
      right: "access",
      person: kanda.name,
      holdsFootage: true,
      asked: access,
      progress: { receivedOn: "2026-11-20", identityChecked: false },
    });
  });

  it("is what head office says where another PC took it", () => {
    expect(foldCase(exampleCase, [], published)).toMatchObject({
      number: "published-1",
      branch: "cnx-nimman",
      right: "erasure",
      person: "กมล ทดสอบ",
      holdsFootage: true,
      clockDoubtful: false,
      asked: null,
      progress: { receivedOn: "2026-11-20", identityChecked: false },
    });
  });

  it("is little for a letter of an authority, whose writer has shown who they are", () => {
    expect(fold(takeCapture(letter, 1))).toMatchObject({
      right: null,
      person: null,
      holdsFootage: false,
      asked: letter,
      progress: { identityChecked: true, receivedOn: "2026-11-22" },
    });
  });

  it("is not that who asks was seen, where a code is to tell, or where the content is gone", () => {
    const later = takeCapture({ ...access, identity: { how: "later" } }, 1);
    expect(fold(later)?.progress.identityChecked).toBe(false);
    expect(fold(takeCapture(null, 1))).toMatchObject({
      asked: null,
      right: null,
      person: null,
      progress: { identityChecked: false },
    });
  });

  it("names a clock that may be wrong", () => {
    expect(fold(takeCapture(access, 1, null, { clockOffsetMs: null }))?.clockDoubtful).toBe(true);
    expect(fold(first)?.clockDoubtful).toBe(false);
  });
});

describe("what belongs to a case", () => {
  it("is neither another kind nor a capture of another case", () => {
    const foreign = takeCapture(access, 1, null, { kind: "marketing-consent" });
    expect(fold(foreign)).toBeNull();
    expect(fold(takeCapture(access, 2))).toBeNull();
    const elsewhere = [
      takeCapture(correction, 2, otherCase),
      takeCapture(voiding, 3, otherCase),
      takeCapture({ ...questionAnswer, case: otherCase }, 4),
      takeCapture({ ...handOver, case: otherCase }, 5),
      takeCapture(letter, 6, exampleCase),
      takeCapture(null, 7, exampleCase),
    ];
    expect(fold(first, ...elsewhere)).toEqual(fold(first));
  });

  it("is found by what a capture amends or names, and a request said again begins its own", () => {
    const said = takeCapture(access, 2, otherCase);
    const letterAgain = takeCapture(letter, 3, otherCase);
    const purged = takeCapture(null, 4, exampleCase);
    const answer = takeCapture(questionAnswer, 5);
    const answerAgain = takeCapture(questionAnswer, 6, otherCase);
    const stray = takeCapture(voiding, 7);
    const groups = groupCases([
      first,
      said,
      letterAgain,
      purged,
      answer,
      answerAgain,
      stray,
      takeCapture(null, 8),
      takeCapture(access, 9, null, { kind: "id-copy" }),
    ]);
    expect([...groups]).toEqual([
      [exampleCase, [first, purged, answer]],
      [said.header.id, [said]],
      [letterAgain.header.id, [letterAgain]],
      [otherCase, [answerAgain]],
      [stray.header.id, [stray]],
    ]);
  });
});

describe("the story of a case", () => {
  it("has what the counter did and head office's steps, oldest first, in whatever order they came", () => {
    const late = takeCapture(correction, 4, exampleCase);
    const early = takeCapture({ ...correction, reason: "พิมพ์ผิด" }, 3, exampleCase);
    const answer = takeCapture(questionAnswer, 5);
    const voids = takeCapture(voiding, 6, exampleCase);
    const captures = [voids, answer, late, early, first];
    for (const order of [captures, captures.toReversed()]) {
      const record = foldCase(exampleCase, order, published);
      expect(record?.asked).toMatchObject({ subject: correction.subject });
      expect(record?.log).toEqual([
        { step: "received", at: tellHour(1), by: exampleStaff },
        asks,
        { step: "corrected", at: tellHour(3), by: exampleStaff, words: "พิมพ์ผิด" },
        { step: "corrected", at: tellHour(4), by: exampleStaff, words: correction.reason },
        {
          step: "shop-answered",
          at: tellHour(5),
          by: exampleStaff,
          capture: answer.header.id,
          question: exampleQuestion,
          words: questionAnswer.words,
        },
        { step: "voided", at: tellHour(6), by: exampleStaff, words: voiding.reason },
      ]);
      expect(record?.progress.lastStepAt).toBe(tellHour(5));
    }
  });

  it("goes by the id where two were taken at one moment", () => {
    const same = { capturedAt: tellHour(3) };
    const one = takeCapture(correction, 2, exampleCase, same);
    const other = takeCapture(
      { ...correction, subject: { ...kanda, phone: "+66815550199" } },
      3,
      exampleCase,
      same,
    );
    for (const both of [
      [one, other],
      [other, one],
    ]) {
      expect(fold(first, ...both)?.asked).toMatchObject({ subject: { phone: "+66815550199" } });
    }
  });

  it("is not changed by a correction of a letter", () => {
    const record = fold(takeCapture(letter, 1), takeCapture(correction, 2, exampleCase));
    expect(record?.asked).toEqual(letter);
  });
});
