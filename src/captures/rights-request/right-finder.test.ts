import { describe, expect, it } from "vitest";
import { rights } from "../../contract/rights.ts";
import { type FinderAnswers, finderQuestions, findRight } from "./right-finder.ts";

/** Every way through the questions. */
function listProposals(
  answers: FinderAnswers,
  asked: number,
): { proposal: string; asked: number }[] {
  const found = findRight(answers);
  if ("propose" in found) return [{ proposal: found.propose, asked }];
  return finderQuestions[found.ask].flatMap((answer) =>
    listProposals({ ...answers, [found.ask]: answer }, asked + 1),
  );
}

describe("whoever does not know which right", () => {
  const found = listProposals({}, 0);

  it("is asked three questions at most", () => {
    expect(Math.max(...found.map(({ asked }) => asked))).toBe(3);
  });

  it("may come to each of the eight, and to stopping news at once", () => {
    expect(new Set(found.map(({ proposal }) => proposal))).toEqual(
      new Set([...rights, "marketing"]),
    );
  });
});
