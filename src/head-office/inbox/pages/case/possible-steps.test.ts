import { expect, test } from "vitest";
import { startCase } from "../../../../captures/rights-request/case-state.ts";
import { takeStep } from "../../../../captures/rights-request/case-step.ts";
import type { CaseStep } from "../../../../contract/case.ts";
import type { NextStep } from "../../../../contract/inbox-case-procedures.ts";
import { listPossibleSteps } from "./possible-steps.ts";

const stamp = { at: "2026-11-22T03:00:00.000Z", by: "Napa" };
const examples: Record<NextStep["step"], CaseStep> = {
  "check-identity": { step: "check-identity", ...stamp },
  "confirm-identity": { step: "confirm-identity", proof: "papers-sent", ...stamp },
  begin: { step: "begin", ...stamp },
  wait: { step: "wait", reason: "other", words: "papers", ...stamp },
  resume: { step: "resume", ...stamp },
  extend: { step: "extend", days: 30, letter: "letter 1", ...stamp },
  "ask-shop": {
    step: "ask-shop",
    question: "019a0000-0000-4000-9000-000000000002",
    words: "which?",
    ...stamp,
  },
  finish: { step: "finish", answeredBy: "email", words: "sent", ...stamp },
  refuse: { step: "refuse", reason: "other", words: "because", ...stamp },
};

test("every step that is offered is one that the rules take, wherever the case stands", () => {
  const begun = [startCase("2026-11-01", true), startCase("2026-11-01", false)];
  let reached = begun;
  for (let depth = 0; depth < 3; depth += 1) {
    reached = reached.flatMap((progress) =>
      listPossibleSteps(progress, 5).map((name) => {
        const taken = takeStep(progress, examples[name]);
        expect(taken, `${progress.state} then ${name}`).toMatchObject({ ok: true });
        return taken.ok ? taken.value : progress;
      }),
    );
  }
  expect(reached.length).toBeGreaterThan(20);
});

test("what is overdue cannot be extended", () => {
  expect(listPossibleSteps(startCase("2026-11-01", true), 0)).toContain("extend");
  expect(listPossibleSteps(startCase("2026-11-01", true), -1)).not.toContain("extend");
});
