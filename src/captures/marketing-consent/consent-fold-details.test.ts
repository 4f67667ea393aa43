import { describe, expect, it } from "vitest";
import { foldConsent } from "./consent-fold.ts";
import { decision, voiding, withdrawal } from "./example-acts.ts";
import { arthur, somying, withContacts } from "./example-people.ts";
import { takeCapture } from "./example-story.ts";
import type { Answer, Subject } from "./payload.ts";

const day = 86_400_000;
const morning = Date.UTC(2026, 10, 22, 3);

const consent = takeCapture(decision, { device: 1, sequence: 1, clock: morning });
/** Shares nothing with Somying but what a test gives. */
const stranger: Subject = { ...withContacts(arthur, {}), standing: "customer", memberNumber: null };
const fold = (...captures: Parameters<typeof foldConsent>[1]) => foldConsent(somying.id, captures);

describe("the basis of a cell", () => {
  const answers: Answer[] = [
    { purpose: "photo-publicity", channel: null, answer: "yes", basis: "consent" },
    {
      purpose: "direct-marketing",
      channel: "sms",
      answer: "yes",
      basis: "member-benefit",
    },
    { purpose: "direct-marketing", channel: "email", answer: "no", basis: "consent" },
  ];
  const taken = { device: 1, sequence: 1, clock: morning };

  it("is that of the answer to this very purpose and channel", () => {
    const { cells } = fold(takeCapture({ ...decision, answers }, taken));
    expect(cells).toMatchObject(
      answers.map(({ answer, ...cell }) => ({ ...cell, status: answer })),
    );
  });

  it("is consent where that was withdrawn or nobody was asked", () => {
    const back = takeCapture(withdrawal, { device: 1, sequence: 2, clock: morning });
    const { cells } = fold(takeCapture({ ...decision, answers }, taken), back);
    expect(cells.map(({ basis }) => basis)).toEqual(["consent", "consent", "consent"]);
    const declined = takeCapture(
      { act: "no-thank-you", subject: somying, day: "2026-11-22" },
      taken,
    );
    const sms = { purpose: "direct-marketing", channel: "sms" };
    expect(foldConsent(somying.id, [declined], [sms]).cells).toMatchObject([{ basis: "consent" }]);
  });
});

describe("what reaches a person", () => {
  it("is no withdrawal of a stranger's by a receipt of somebody else's", () => {
    const receipts = [takeCapture(decision, { device: 7, sequence: 7, clock: 0 }).receiptNumber];
    const back = takeCapture(
      { ...withdrawal, subject: stranger, receipts },
      { device: 2, sequence: 1, clock: morning + day },
    );
    expect(fold(consent, back).history.map(({ act }) => act)).toEqual(["decision"]);
  });

  it("is a withdrawal by its receipt, however that was typed", () => {
    const receipts = [` ${consent.receiptNumber.toLowerCase().replaceAll("-", " ")} `];
    const back = takeCapture(
      { ...withdrawal, subject: stranger, receipts },
      { device: 2, sequence: 1, clock: morning + day },
    );
    expect(fold(consent, back).cells.every(({ status }) => status === "withdrawn")).toBe(true);
  });

  it("is also one by an email in other letters, and none of two that say nothing", () => {
    const known = withContacts(somying, { email: "Somying@Example.com" });
    const yes = takeCapture(
      { ...decision, subject: known },
      { device: 1, sequence: 1, clock: morning },
    );
    const take = (subject: Subject) =>
      takeCapture({ ...withdrawal, subject }, { device: 2, sequence: 1, clock: morning + day });
    const same = withContacts(stranger, { email: "somying@example.com" });
    expect(fold(yes, take(same)).history).toHaveLength(2);
    expect(fold(yes, take(stranger)).history).toHaveLength(1);
  });

  it("gives the person none of its own details", () => {
    const bare = { ...withdrawal, subject: withContacts(somying, { phone: "+66812345678" }) };
    const own = takeCapture(bare, { device: 1, sequence: 1, clock: morning });
    const other = takeCapture(
      { ...withdrawal, subject: withContacts(stranger, { phone: "+66812345678" }) },
      { device: 2, sequence: 1, clock: morning + day },
    );
    expect(fold(own, other)).toMatchObject({ details: bare.subject, history: [{}, {}] });
  });
});

it("names the first of two voids, in whatever order they come", () => {
  const taken = { device: 1, sequence: 2, clock: morning, amends: consent.header.id };
  const first = takeCapture(voiding, taken);
  const second = takeCapture(voiding, { ...taken, device: 2 });
  for (const voids of [
    [first, second],
    [second, first],
  ]) {
    expect(fold(consent, ...voids).history[0]?.voidedBy).toBe(first.header.id);
  }
});

it("stops the asking on the latest of several days, and on none without a no, thank you", () => {
  const days = ["2026-11-09", "2026-11-30", "2026-11-12"];
  const declined = days.map((on, index) =>
    takeCapture(
      { act: "no-thank-you", subject: somying, day: on },
      { device: 1, sequence: index + 2, clock: morning },
    ),
  );
  expect(fold(consent, ...declined).noThankYouDay).toBe("2026-11-30");
  expect(fold(consent).noThankYouDay).toBeNull();
});

it("passes over another kind whatever is in it", () => {
  const foreign = { ...consent, header: { ...consent.header, kind: "id-copy" } };
  expect(fold(foreign).history).toEqual([]);
});

it("tells a story though a clock is beyond what a date can hold", () => {
  const tell = (clockOffsetMs: number) =>
    fold(takeCapture(decision, { device: 1, sequence: 1, clock: 0, clockOffsetMs })).history[0]?.at;
  expect(tell(8.64e15)).toBe("+275760-09-13T00:00:00.000Z");
  expect(tell(8.64e15 + 1)).toBe("1970-01-01T00:00:00.000Z");
  expect(tell(-9e15)).toBe("1970-01-01T00:00:00.000Z");
});
