import { describe, expect, it } from "vitest";
import { foldConsent } from "./consent-fold.ts";
import {
  answerAll,
  correction,
  decision,
  listCells,
  refusal,
  voiding,
  withdrawal,
} from "./example-acts.ts";
import { arthur, somying, withContacts } from "./example-people.ts";
import { nameCapture, takeCapture } from "./example-story.ts";
import type { Subject } from "./payload.ts";

const day = 86_400_000;
const morning = Date.UTC(2026, 10, 22, 3);
const sms = { purpose: "direct-marketing", channel: "sms" };

const consent = takeCapture(decision, { device: 1, sequence: 1, clock: morning });

/** Somebody whose record shares nothing with Somying's. */
const stranger: Subject = { ...withContacts(arthur, {}), standing: "customer", memberNumber: null };

function statusOf(captures: Parameters<typeof foldConsent>[1]) {
  return foldConsent(somying.id, captures).cells.find(
    ({ purpose, channel }) => purpose === sms.purpose && channel === sms.channel,
  )?.status;
}

describe("foldConsent", () => {
  it("tells nothing of nobody", () => {
    expect(foldConsent(somying.id, [])).toEqual({
      cells: [],
      details: null,
      noThankYouDay: null,
      history: [],
    });
  });

  it("tells what was agreed to, since when, under which notice and where", () => {
    const { cells, details } = foldConsent(somying.id, [
      takeCapture(decision, { device: 1, sequence: 1, clock: morning, clockOffsetMs: 60_000 }),
    ]);
    expect(cells).toHaveLength(listCells().length);
    expect(cells.filter(({ status }) => status === "yes")).toEqual([
      {
        ...sms,
        status: "yes",
        basis: "consent",
        since: "2026-11-22T03:01:00.000Z",
        notice: consent.header.notice,
        branch: "branch-1",
        capture: consent.header.id,
      },
    ]);
    expect(details).toEqual(somying);
  });

  it("lets a withdrawal win over a consent of another PC that arrives later with an earlier time", () => {
    const taken = { device: 2, sequence: 1, clock: morning - 1 };
    const back = takeCapture(withdrawal, { device: 1, sequence: 2, clock: morning });
    expect(statusOf([back, takeCapture(decision, taken)])).toBe("withdrawn");
    expect(statusOf([back, takeCapture(decision, { ...taken, clock: morning })])).toBe("withdrawn");
    expect(statusOf([back, takeCapture(decision, { ...taken, clock: morning + 1 })])).toBe("yes");
  });

  it("goes by head office's clock between PCs", () => {
    const back = takeCapture(withdrawal, { device: 1, sequence: 1, clock: morning });
    const again = { device: 2, sequence: 1, clock: morning + day };
    expect(statusOf([back, takeCapture(decision, { ...again, clockOffsetMs: -day })])).toBe(
      "withdrawn",
    );
    expect(statusOf([back, takeCapture(decision, { ...again, clockOffsetMs: -day + 1 })])).toBe(
      "yes",
    );
  });

  it("goes by the order of taking on one PC, though its clock jumps by years", () => {
    const back = takeCapture(withdrawal, { device: 1, sequence: 2, clock: morning - 3000 * day });
    expect(statusOf([consent, back])).toBe("withdrawn");
    const again = takeCapture(decision, { device: 1, sequence: 3, clock: morning - 9000 * day });
    expect(statusOf([consent, back, again])).toBe("yes");
  });

  it("takes back one cell and leaves the others", () => {
    const both = { ...decision, answers: answerAll(["direct-marketing sms", "photo-publicity"]) };
    const { cells } = foldConsent(somying.id, [
      takeCapture(both, { device: 1, sequence: 1, clock: morning }),
      takeCapture({ ...withdrawal, scope: [sms] }, { device: 1, sequence: 2, clock: morning }),
    ]);
    expect(cells.filter(({ status }) => status === "yes").map(({ purpose }) => purpose)).toEqual([
      "photo-publicity",
    ]);
    expect(cells.filter(({ status }) => status === "withdrawn")).toMatchObject([sms]);
  });

  it("ends a yes by a later no", () => {
    expect(
      statusOf([consent, takeCapture(refusal, { device: 2, sequence: 1, clock: morning + 1 })]),
    ).toBe("no");
  });

  it("names what an objection ended", () => {
    const objected = takeCapture(
      { ...withdrawal, right: "objection" },
      { device: 1, sequence: 2, clock: morning },
    );
    const { cells } = foldConsent(somying.id, [consent, objected]);
    expect(cells.every(({ basis }) => basis === "member-benefit")).toBe(true);
  });

  it("keeps a yes after a later no, thank you, and stops the asking for that day", () => {
    const declined = takeCapture(
      { act: "no-thank-you", subject: somying, day: "2026-11-23" },
      { device: 1, sequence: 2, clock: morning + day },
    );
    const earlier = takeCapture(
      { act: "no-thank-you", subject: somying, day: "2026-11-01" },
      { device: 1, sequence: 3, clock: morning + day },
    );
    expect(statusOf([consent, declined])).toBe("yes");
    expect(foldConsent(somying.id, [declined, earlier]).noThankYouDay).toBe("2026-11-23");
  });

  it("tells of cells nobody answered, where it is asked about them", () => {
    const taken = { device: 1, sequence: 1, clock: morning };
    const declined = takeCapture(
      { act: "no-thank-you", subject: somying, day: "2026-11-22" },
      taken,
    );
    const back = takeCapture(withdrawal, taken);
    expect(foldConsent(somying.id, [declined], [sms]).cells).toMatchObject([
      { ...sms, status: "no" },
    ]);
    expect(foldConsent(somying.id, [back], [sms]).cells).toMatchObject([
      { ...sms, status: "withdrawn" },
    ]);
    expect(foldConsent(somying.id, [], [sms]).cells).toEqual([]);
    expect(foldConsent(somying.id, [back]).cells).toEqual([]);
  });

  it("takes a voided decision out, with its corrections, and never a withdrawal", () => {
    const taken = { device: 1, sequence: 2, clock: morning, amends: consent.header.id };
    const voided = takeCapture(voiding, { ...taken, sequence: 3 });
    const state = foldConsent(somying.id, [consent, takeCapture(correction, taken), voided]);
    expect(state.cells).toEqual([]);
    expect(state.details).toBeNull();
    expect(state.history.map(({ act, voidedBy }) => [act, voidedBy])).toEqual([
      ["decision", voided.header.id],
      ["correction", voided.header.id],
      ["void", null],
    ]);

    const back = takeCapture(withdrawal, { device: 1, sequence: 2, clock: morning });
    const attempt = takeCapture(voiding, { ...taken, sequence: 3, amends: back.header.id });
    expect(statusOf([consent, back, attempt])).toBe("withdrawn");
  });

  it("heeds no void of another person's", () => {
    const foreign = takeCapture(
      { ...voiding, subject: arthur.id },
      { device: 1, sequence: 2, clock: morning, amends: consent.header.id },
    );
    expect(statusOf([consent, foreign])).toBe("yes");
  });

  it("changes details by a correction, and no answer", () => {
    const corrected = takeCapture(correction, {
      device: 2,
      sequence: 1,
      // The other PC's clock is behind: that it names the decision says more.
      clock: morning - day,
      amends: consent.header.id,
    });
    const state = foldConsent(somying.id, [consent, corrected]);
    expect(state.details).toEqual(correction.subject);
    expect(state.cells).toEqual(foldConsent(somying.id, [consent]).cells);
  });

  it("has the details of a withdrawal only where there are no others", () => {
    const bare = { ...withdrawal, subject: withContacts(somying, {}) };
    const back = takeCapture(bare, { device: 1, sequence: 2, clock: morning + 1 });
    expect(foldConsent(somying.id, [consent, back]).details).toEqual(somying);
    expect(foldConsent(somying.id, [back]).details).toEqual(bare.subject);
  });

  it.each<[string, Partial<Subject>]>([
    ["phone", withContacts(stranger, { phone: "+66812345678" })],
    ["receipt", {}],
  ])("lets the withdrawal of another record reach through the %s", (link, subject) => {
    const receipts = link === "receipt" ? [consent.receiptNumber.replaceAll("-", "")] : [];
    const back = takeCapture(
      { ...withdrawal, subject: { ...stranger, ...subject }, receipts },
      { device: 2, sequence: 1, clock: morning + day },
    );
    expect(statusOf([consent, back])).toBe("withdrawn");
    expect(foldConsent(somying.id, [consent, back]).history.map(({ own }) => own)).toEqual([
      true,
      false,
    ]);
  });

  it("lets an email, a member number and a named capture reach as well", () => {
    const known = {
      ...arthur,
      contacts: { ...arthur.contacts, email: "arthur.sample@example.com" },
    };
    const yes = takeCapture(
      { ...decision, subject: known, answers: answerAll(["direct-marketing email"], "member") },
      { device: 1, sequence: 1, clock: morning },
    );
    const someone = { ...stranger, id: somying.id };
    const taken = { device: 2, sequence: 1, clock: morning + 1 };
    const count = (subject: Subject, amends: string | null = null) =>
      foldConsent(arthur.id, [
        yes,
        takeCapture({ ...withdrawal, subject }, { ...taken, amends }),
      ]).cells.filter(({ status }) => status === "withdrawn").length;
    const all = listCells().length;
    expect(count(someone)).toBe(0);
    expect(count(withContacts(someone, { email: "arthur.sample@example.com" }))).toBe(all);
    expect(count({ ...someone, standing: "member", memberNumber: " m-๐๐12345" })).toBe(all);
    expect(count(someone, yes.header.id)).toBe(all);
    expect(count(someone, nameCapture(9, 9))).toBe(0);
    // A household shares its address, and people share a LINE group.
    expect(count(withContacts(someone, { address: "99/1 ถนนสมมติ", line: "@family" }))).toBe(0);
  });

  it("reaches a person whose voided receipt is still in hand, but not one voided for a wrong phone", () => {
    const wrong = takeCapture(
      { ...decision, subject: withContacts(somying, { phone: "+66898765432" }) },
      { device: 1, sequence: 1, clock: morning },
    );
    const voided = takeCapture(voiding, {
      device: 1,
      sequence: 2,
      clock: morning,
      amends: wrong.header.id,
    });
    const right = takeCapture(decision, { device: 1, sequence: 3, clock: morning });
    const taken = { device: 2, sequence: 1, clock: morning + day };
    const byPhone = { ...withdrawal, subject: withContacts(stranger, { phone: "+66898765432" }) };
    const byReceipt = { ...withdrawal, subject: stranger, receipts: [wrong.receiptNumber] };
    expect(statusOf([wrong, voided, right, takeCapture(byPhone, taken)])).toBe("yes");
    expect(statusOf([wrong, voided, right, takeCapture(byReceipt, taken)])).toBe("withdrawn");
  });

  it("never takes another person's yes, shared phone or not", () => {
    const other = { ...decision, subject: { ...somying, id: arthur.id } };
    const yes = takeCapture(other, { device: 2, sequence: 1, clock: morning + day });
    expect(foldConsent(somying.id, [yes])).toMatchObject({ cells: [], details: null, history: [] });
    expect(statusOf([takeCapture(refusal, { device: 1, sequence: 1, clock: morning }), yes])).toBe(
      "no",
    );
  });

  it("passes over other kinds and purged captures", () => {
    const foreign = { ...consent, header: { ...consent.header, kind: "id-copy" }, payload: {} };
    expect(foldConsent(somying.id, [foreign, { ...consent, payload: null }]).history).toEqual([]);
  });

  it("tells the story in each PC's own order, oldest first", () => {
    const clocks = [morning, morning + 5000 * day, morning + 2];
    const own = clocks.map((clock, index) =>
      takeCapture(decision, { device: 1, sequence: index + 1, clock }),
    );
    const other = takeCapture(decision, { device: 2, sequence: 1, clock: morning + 1 });
    const { history } = foldConsent(somying.id, [other, ...own.toReversed()]);
    expect(history.map(({ branch, at }) => [branch, Date.parse(at) - morning])).toEqual([
      ["branch-1", 0],
      ["branch-2", 1],
      ["branch-1", 5000 * day],
      ["branch-1", 2],
    ]);
  });
});
