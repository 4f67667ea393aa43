import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correctTime } from "../captured-at.ts";
import { foldConsent } from "./consent-fold.ts";
import { correction, decision, voiding, withdrawal } from "./example-acts.ts";
import { somying, withContacts } from "./example-people.ts";
import { nameCapture, type Taken, takeCapture } from "./example-story.ts";
import type { Answer, Cell, Payload, Subject } from "./payload.ts";

type Capture = ReturnType<typeof takeCapture>;
type Withdrawn = Extract<Payload, { act: "withdrawal" }>;

const cells: Cell[] = [
  { purpose: "direct-marketing", channel: "sms" },
  { purpose: "direct-marketing", channel: "email" },
  { purpose: "photo-publicity", channel: null },
];
/** Few of each, so that stories meet: the first two share a phone, the third shares nothing. */
const people: Subject[] = [
  withContacts(somying, { phone: "+66812345678" }),
  { ...withContacts(somying, { phone: "+66812345678" }), id: nameCapture(0, 1) },
  { ...withContacts(somying, { phone: "+66898765432" }), id: nameCapture(0, 2) },
];
const me = somying.id;

const person = fc.constantFrom(...people);
const answers = fc
  .array(fc.constantFrom<"yes" | "no" | "unasked">("yes", "yes", "no", "unasked"), {
    minLength: cells.length,
    maxLength: cells.length,
  })
  .map((given) =>
    cells.flatMap((cell, index): Answer[] => {
      const answer = given[index];
      return answer === "yes" || answer === "no" ? [{ ...cell, answer, basis: "consent" }] : [];
    }),
  );
const scope: fc.Arbitrary<Withdrawn["scope"]> = fc.oneof(
  fc.constant("all" as const),
  fc.subarray(cells, { minLength: 1 }),
);
const takenBack = fc
  .record({ subject: person, scope })
  .map((given) => ({ ...withdrawal, ...given }));
const act: fc.Arbitrary<Payload> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ subject: person, answers }).map((given) => ({ ...decision, ...given })),
  },
  { weight: 2, arbitrary: takenBack },
  {
    weight: 1,
    arbitrary: person.map((subject) => ({
      act: "no-thank-you" as const,
      subject,
      day: "2026-11-22",
    })),
  },
  { weight: 1, arbitrary: person.map((subject) => ({ ...correction, subject })) },
  { weight: 1, arbitrary: person.map(({ id }) => ({ ...voiding, subject: id })) },
);
/** Few moments, so that ties happen, and jumps by years. */
const clock = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant(400_000_000_000));
const step = fc.record({ act, device: fc.integer({ min: 1, max: 3 }), clock, amends: fc.nat() });

/** Several PCs taking one thing after the other, each with its own sequence; some amend what came before. */
const story = fc.array(step, { maxLength: 14 }).map((steps) => {
  const captures: Capture[] = [];
  for (const { act: payload, device, clock: at, amends } of steps) {
    const amending = payload.act === "void" || payload.act === "correction";
    const target = amending ? captures[amends % Math.max(captures.length, 1)] : undefined;
    captures.push(
      take(captures, payload, { device, clock: at, amends: target?.header.id ?? null }),
    );
  }
  return captures;
});

function take(
  before: readonly Capture[],
  payload: Payload,
  taken: Omit<Taken, "sequence">,
): Capture {
  const own = before.filter(({ header }) => header.branch === `branch-${taken.device}`);
  return takeCapture(payload, { ...taken, sequence: own.length + 1 });
}

const statuses = (captures: readonly Capture[]) =>
  cells.map(
    (cell) =>
      foldConsent(me, captures, cells).cells.find(
        ({ purpose, channel }) => purpose === cell.purpose && channel === cell.channel,
      )?.status,
  );

const idOf = ({ payload }: Capture) =>
  payload.act === "void" ? payload.subject : (payload.subject?.id ?? null);
const isAbout = (given: Cell, cell: Cell) =>
  given.purpose === cell.purpose && given.channel === cell.channel;

/** The rule, word for word and as slowly as it is said. */
function isYes(captures: readonly Capture[], cell: Cell): boolean {
  const mine = captures.filter((item) => idOf(item) === me);
  const isVoided = ({ header }: Capture) =>
    mine.some((item) => item.payload.act === "void" && item.header.amends === header.id);
  const knownPhones = mine
    .filter(
      (item) =>
        !isVoided(item) &&
        !(
          item.payload.act === "correction" &&
          mine.some((target) => target.header.id === item.header.amends && isVoided(target))
        ),
    )
    .map(phoneOf);
  const refusals = captures.filter((item) => {
    if (item.payload.act === "withdrawal") {
      const reaches = idOf(item) === me || knownPhones.includes(phoneOf(item) ?? "none");
      const { scope: taken } = item.payload;
      return reaches && (taken === "all" || taken.some((one) => isAbout(one, cell)));
    }
    return mine.includes(item) && !isVoided(item) && says(item, cell, "no");
  });
  return mine.some(
    (yes) =>
      !isVoided(yes) &&
      says(yes, cell, "yes") &&
      refusals.every((no) =>
        no.header.device === yes.header.device
          ? yes.header.sequence > no.header.sequence
          : correctTime(yes.header) > correctTime(no.header),
      ),
  );
}

function says({ payload }: Capture, cell: Cell, answer: "yes" | "no"): boolean {
  return (
    payload.act === "decision" &&
    payload.answers.some((given) => isAbout(given, cell) && given.answer === answer)
  );
}

function phoneOf({ payload }: Capture): string | null {
  return payload.act === "void" ? null : (payload.subject?.contacts.phone ?? null);
}

describe("foldConsent, for any story", () => {
  const runs = { numRuns: 500 };

  it("says yes exactly where the rule does", () => {
    fc.assert(
      fc.property(story, (captures) => {
        const expected = cells.map((cell) => isYes(captures, cell));
        expect(statuses(captures).map((status) => status === "yes")).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it("says the same in whatever order things arrive, and however often", () => {
    const arrivals = story.chain((captures) =>
      fc.tuple(
        fc.constant(captures),
        fc.shuffledSubarray([...captures, ...captures], { minLength: captures.length * 2 }),
      ),
    );
    fc.assert(
      fc.property(arrivals, ([captures, arrived]) => {
        expect(foldConsent(me, arrived, cells)).toEqual(foldConsent(me, captures, cells));
      }),
      runs,
    );
  });

  it("turns no cell to yes by one withdrawal more", () => {
    fc.assert(
      fc.property(
        story,
        takenBack,
        fc.integer({ min: 1, max: 4 }),
        clock,
        (before, payload, device, at) => {
          const after = [...before, take(before, payload, { device, clock: at })];
          const was = statuses(before);
          statuses(after).forEach((status, index) => {
            if (status === "yes") expect(was[index]).toBe("yes");
          });
        },
      ),
      runs,
    );
  });

  it("never takes a yes over a withdrawal of a later or the same time on another PC", () => {
    fc.assert(
      fc.property(story, fc.nat({ max: 6 }), fc.nat({ max: 6 }), (before, at, earlier) => {
        const back = takeCapture(withdrawal, { device: 8, sequence: 1, clock: at });
        const yes = {
          ...decision,
          answers: cells.map((cell) => ({
            ...cell,
            answer: "yes" as const,
            basis: "consent" as const,
          })),
        };
        const late = takeCapture(yes, {
          device: 9,
          sequence: 1,
          clock: at - Math.min(earlier, at),
        });
        const after = foldConsent(me, [...before, back, late], cells);
        expect(after.cells.some(({ capture }) => capture === late.header.id)).toBe(false);
      }),
      runs,
    );
  });

  it("keeps one PC's order, whatever its clock says", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("yes", "no", "back"), clock), { minLength: 1 }),
        (acts) => {
          const captures = acts.map(([said, at], index) => {
            const answer = said === "yes" ? ("yes" as const) : ("no" as const);
            const answered = {
              ...decision,
              answers: cells.map((cell) => ({ ...cell, answer, basis: "consent" as const })),
            };
            return takeCapture(said === "back" ? withdrawal : answered, {
              device: 1,
              sequence: index + 1,
              clock: at,
            });
          });
          const last = acts.at(-1)?.[0];
          const expected = { yes: "yes", no: "no", back: "withdrawn" }[last ?? "no"];
          expect(new Set(statuses(captures))).toEqual(new Set([expected]));
        },
      ),
      runs,
    );
  });

  it("takes nobody else's yes", () => {
    fc.assert(
      fc.property(story, (captures) => {
        const others = captures.filter((item) => idOf(item) !== me);
        expect(statuses(others)).not.toContain("yes");
        const withoutTheirDecisions = captures.filter(
          (item) => idOf(item) === me || item.payload.act === "withdrawal",
        );
        expect(foldConsent(me, withoutTheirDecisions, cells)).toEqual(
          foldConsent(me, captures, cells),
        );
      }),
      runs,
    );
  });

  it("changes no answer by a correction that names the same contacts", () => {
    fc.assert(
      fc.property(story, fc.nat(), clock, (before, choice, at) => {
        const decisions = before.filter(
          (item) => idOf(item) === me && item.payload.act === "decision",
        );
        const target = decisions[choice % Math.max(decisions.length, 1)];
        fc.pre(target !== undefined);
        const renamed = {
          ...correction,
          subject: { ...people[0], name: "สมหญิง แก้แล้ว" } as Subject,
        };
        const corrected = take(before, renamed, { device: 1, clock: at, amends: target.header.id });
        const after = foldConsent(me, [...before, corrected], cells);
        expect(after.cells).toEqual(foldConsent(me, before, cells).cells);
      }),
      runs,
    );
  });

  it("is the same with a voided decision as without it, but for the story and its receipt", () => {
    fc.assert(
      fc.property(story, fc.nat(), (before, choice) => {
        const decisions = before.filter(
          (item) => idOf(item) === me && item.payload.act === "decision",
        );
        const target = decisions[choice % Math.max(decisions.length, 1)];
        fc.pre(target !== undefined);
        const out = takeCapture(
          { ...voiding, subject: me },
          { device: 9, sequence: 1, clock: 0, amends: target.header.id },
        );
        const without = before.filter(
          (item) =>
            item !== target &&
            !(item.payload.act === "correction" && item.header.amends === target.header.id),
        );
        const { history: _, ...state } = foldConsent(me, [...before, out], cells);
        const { history: __, ...expected } = foldConsent(me, without, cells);
        expect(state.cells.map(({ status }) => status)).toEqual(
          expected.cells.map(({ status }) => status),
        );
        expect(state.details?.id).toBe(expected.details?.id);
      }),
      runs,
    );
  });
});
