import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CaseStep, pauseReason, refusalReason } from "../../contract/case.ts";
import { readShopDay } from "../shop-day.ts";
import { type CaseProgress, countDaysLeft, findCaseDueDate, startCase } from "./case-state.ts";
import { takeStep } from "./case-step.ts";
import { addDays, answerDays, countDays } from "./due-date.ts";

const receivedOn = "2026-11-22";
const start = Date.parse("2026-11-22T05:00:00.000Z");
const hour = 3_600_000;
const question = "019a0000-0000-4000-9000-000000000002";
const capture = "019a0000-0000-7000-9000-000000000003";

type StepKind<Step> = Step extends CaseStep ? Omit<Step, "at" | "by"> : never;
type Act = StepKind<CaseStep>;
const at = (hours: number) => new Date(start + hours * hour).toISOString();
const stepAt = (hours: number, act: Act) => ({ ...act, at: at(hours), by: "DPO" }) as CaseStep;

const words = fc.constantFrom("", "  ", "เพราะกฎหมายให้เก็บ");
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.constant<Act>({ step: "check-identity" }),
  fc.constant<Act>({ step: "confirm-identity", proof: "code-to-phone" }),
  fc.constant<Act>({ step: "begin" }),
  fc.constant<Act>({ step: "resume" }),
  fc.record({
    step: fc.constant("wait" as const),
    reason: fc.constantFrom(...pauseReason.options),
    words,
  }),
  fc.record({
    step: fc.constant("extend" as const),
    days: fc.integer({ min: -5, max: 60 }),
    letter: words,
  }),
  fc.record({ step: fc.constant("ask-shop" as const), question: fc.constant(question), words }),
  fc.record({
    step: fc.constant("shop-answered" as const),
    question: fc.constant(question),
    capture: fc.constant(capture),
    words,
  }),
  fc.record({
    step: fc.constant("finish" as const),
    answeredBy: fc.constantFrom("email" as const, "shop" as const),
    words,
  }),
  fc.record({
    step: fc.constant("refuse" as const),
    reason: fc.constantFrom(...refusalReason.options),
    words,
  }),
  fc.record({
    step: fc.constant("hand-over" as const),
    capture: fc.constant(capture),
    receiver: fc.constant("กานดา"),
  }),
);
/** Hours between two steps: within a day, over midnight, over months. */
const paths = fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), act), { maxLength: 40 });

type Walk = { progress: CaseProgress; taken: CaseStep[]; end: number };

function walk(path: [number, Act][], identitySeen: boolean, look?: (walk: Walk) => void): Walk {
  const now: Walk = { progress: startCase(receivedOn, identitySeen), taken: [], end: 0 };
  for (const [hours, one] of path) {
    now.end += hours;
    const step = stepAt(now.end, one);
    const result = takeStep(now.progress, step);
    if (result.ok) {
      now.progress = result.value;
      now.taken.push(step);
    } else expect(result.failure.code).toBe("case-step");
    look?.(now);
  }
  return now;
}

describe("whatever path a case takes", () => {
  it("it is refused only with a reason in words", () => {
    fc.assert(
      fc.property(paths, fc.boolean(), (path, seen) => {
        const { progress } = walk(path, seen);
        if (progress.state !== "refused") return;
        expect(progress.refusal?.words.trim()).not.toBe("");
        expect(progress.refusal?.reason).toBeDefined();
      }),
      { numRuns: 2000 },
    );
  });

  it("it is done only after somebody checked who asks", () => {
    fc.assert(
      fc.property(paths, fc.boolean(), (path, seen) => {
        const { progress, taken } = walk(path, seen);
        if (progress.state !== "done") return;
        expect(seen || taken.some(({ step }) => step === "confirm-identity")).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("no day of its clock is lost: 30, those of each pause, and those of the letter", () => {
    fc.assert(
      fc.property(paths, fc.boolean(), (path, seen) => {
        walk(path, seen, ({ progress, taken, end }) => {
          // Counted anew, by walking over the days one by one.
          const today = readShopDay(new Date(start + end * hour));
          let stood = 0;
          let since: string | null = null;
          let letter = 0;
          for (const step of taken) {
            if (step.step === "wait") since = readShopDay(new Date(step.at));
            if (step.step === "resume" && since !== null) {
              stood += countDays(since, readShopDay(new Date(step.at)));
              since = null;
            }
            if (step.step === "extend") letter += step.days;
          }
          if (since !== null) stood += countDays(since, today);
          expect(findCaseDueDate(progress, today)).toBe(
            addDays(receivedOn, answerDays + stood + letter),
          );
        });
      }),
      { numRuns: 1000 },
    );
  });

  it("days left go down by one a day while the clock runs, and stand still while it does not", () => {
    fc.assert(
      fc.property(paths, fc.integer({ min: 0, max: 400 }), (path, later) => {
        const { progress, end } = walk(path, false);
        const today = readShopDay(new Date(start + end * hour));
        const passed = progress.pausedSince === null ? later : 0;
        expect(countDaysLeft(progress, addDays(today, later))).toBe(
          countDaysLeft(progress, today) - passed,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("a closed case stays as it is, but for its result being fetched", () => {
    fc.assert(
      fc.property(paths, (path) => {
        let closed: CaseProgress | null = null;
        walk(path, true, ({ progress }) => {
          if (closed) {
            expect(progress.state).toBe(closed.state);
            expect(progress.result).toBe(closed.result);
            expect(progress.refusal).toBe(closed.refusal);
          } else if (progress.state === "done" || progress.state === "refused") closed = progress;
        });
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a step that does not fit says why", () => {
  const take = (path: [number, Act][]) => {
    const last = path.at(-1);
    if (!last) throw new Error("no step");
    const { progress, end } = walk(path.slice(0, -1), false);
    const result = takeStep(progress, stepAt(end + last[0], last[1]));
    return result.ok ? null : result.failure;
  };
  const finish: Act = { step: "finish", answeredBy: "shop", words: "" };
  const confirm: Act = { step: "confirm-identity", proof: "video-call" };
  const wait: Act = { step: "wait", reason: "which-data", words: "ขอทราบช่วงเวลา" };
  const extend: Act = { step: "extend", days: 30, letter: "ที่ 5/2569" };

  it.each<[string, [number, Act][]]>([
    ["identity-not-checked", [[1, finish]]],
    ["reason-missing", [[1, { step: "refuse", reason: "other", words: " " }]]],
    ["reason-missing", [[1, { ...wait, words: "" }]]],
    [
      "already-waiting",
      [
        [1, wait],
        [1, wait],
      ],
    ],
    [
      "still-waiting",
      [
        [1, wait],
        [1, extend],
      ],
    ],
    ["not-waiting", [[1, { step: "resume" }]]],
    ["letter-missing", [[1, { ...extend, letter: "" }]]],
    ["bad-length", [[1, { ...extend, days: 31 }]]],
    [
      "already-extended",
      [
        [1, extend],
        [1, extend],
      ],
    ],
    ["too-late", [[31 * 24, extend]]],
    ["no-such-question", [[1, { step: "shop-answered", question, capture, words: "ใช่" }]]],
    ["nothing-to-hand-over", [[1, { step: "hand-over", capture, receiver: "กานดา" }]]],
    [
      "case-closed",
      [
        [1, confirm],
        [1, finish],
        [1, { step: "begin" }],
      ],
    ],
    [
      "before-the-last-step",
      [
        [5, confirm],
        [-2, finish],
      ],
    ],
    [
      "already-handed-over",
      [
        [1, confirm],
        [1, finish],
        [1, { step: "hand-over", capture, receiver: "กานดา" }],
        [1, { step: "hand-over", capture, receiver: "กานดา" }],
      ],
    ],
    [
      "already-answered",
      [
        [1, { step: "ask-shop", question, words: "ซื้อเมื่อไร" }],
        [1, { step: "shop-answered", question, capture, words: "เดือนก่อน" }],
        [1, { step: "shop-answered", question, capture, words: "ปีก่อน" }],
      ],
    ],
  ])("%s", (fault, path) => {
    expect(take(path)).toEqual({ code: "case-step", fault });
  });

  it("and the states follow each other as they are named", () => {
    const states: string[] = [];
    walk(
      [
        [1, { step: "check-identity" }],
        [1, confirm],
        [1, extend],
        [1, wait],
        [100, { step: "resume" }],
        [1, finish],
      ],
      false,
      ({ progress }) => states.push(progress.state),
    );
    expect(states).toEqual([
      "checking-identity",
      "in-progress",
      "extended",
      "waiting-for-customer",
      "extended",
      "done",
    ]);
  });
});
