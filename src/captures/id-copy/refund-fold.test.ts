import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  closing,
  copiedRefund,
  correction,
  paperCopy,
  seenRefund,
  shred,
  voiding,
} from "./example-acts.ts";
import type { Payload } from "./payload.ts";
import { foldRefunds, type RefundAct } from "./refund-fold.ts";

const capturedAt = "2026-11-22T03:00:00.000Z";
const act = (id: string, payload: Payload, amends: string | null = null): RefundAct => ({
  id,
  amends,
  capturedAt,
  payload,
});

describe("foldRefunds", () => {
  it("shows a refund as it was taken, open and without papers", () => {
    expect(foldRefunds([act("r", seenRefund)]).refunds).toEqual([
      { id: "r", capturedAt, refund: seenRefund, closedOn: null, papers: [] },
    ]);
  });

  it("puts right what was corrected and keeps the evidence", () => {
    const [state] = foldRefunds([act("r", copiedRefund), act("c", correction, "r")]).refunds;
    expect(state?.refund).toMatchObject({
      amount: correction.amount,
      subject: correction.subject,
      evidence: copiedRefund.evidence,
    });
    expect(state?.refund).not.toHaveProperty("why");
  });

  it("is closed on the first day that was said, and open again when that is voided", () => {
    const acts = [
      act("r", seenRefund),
      act("a", closing, "r"),
      act("b", { ...closing, day: "2027-01-31" } as Payload, "r"),
    ];
    expect(foldRefunds(acts).refunds[0]?.closedOn).toBe("2026-11-24");
    expect(foldRefunds([...acts, act("v", voiding, "a")]).refunds[0]?.closedOn).toBe("2027-01-31");
  });

  it("takes what amended a refused refund as said of the one that says it again", () => {
    const { refunds, strayPapers } = foldRefunds([
      act("again", seenRefund, "refused"),
      act("c", correction, "refused"),
      act("p", paperCopy, "refused"),
      act("e", closing, "refused"),
    ]);
    expect(refunds).toMatchObject([
      { id: "again", refund: { amount: correction.amount }, closedOn: "2026-11-24" },
    ]);
    expect(refunds[0]?.papers.map(({ id }) => id)).toEqual(["p"]);
    expect(strayPapers).toEqual([]);
    // One that is here keeps what amends it to itself.
    const both = foldRefunds([
      act("r", seenRefund),
      act("other", copiedRefund, "r"),
      act("e", closing, "r"),
    ]);
    expect(both.refunds.map(({ id, closedOn }) => [id, closedOn])).toEqual([
      ["r", "2026-11-24"],
      ["other", null],
    ]);
  });

  it("knows which papers still lie there", () => {
    const acts = [
      act("r", copiedRefund),
      act("p", paperCopy, "r"),
      act("q", { ...paperCopy, label: "P-0013" }, "r"),
      act("s", shred, "p"),
    ];
    const { papers } = foldRefunds(acts).refunds[0] ?? { papers: [] };
    expect(papers.map(({ id, shredded }) => [id, shredded])).toEqual([
      ["p", { day: shred.day, witness: shred.witness }],
      ["q", null],
    ]);
  });

  it("keeps the paper of a refund that was voided, and one that never had any", () => {
    const { refunds, strayPapers } = foldRefunds([
      act("r", copiedRefund),
      act("p", paperCopy, "r"),
      act("v", voiding, "r"),
      act("q", { ...paperCopy, subject: null }),
    ]);
    expect(refunds).toEqual([]);
    expect(strayPapers.map(({ id }) => id)).toEqual(["p", "q"]);
  });

  it("never loses sight of a paper that is neither shredded nor voided", () => {
    const later = fc.constantFrom<Payload>(shred, closing, correction, paperCopy, voiding);
    const acts = fc
      .array(fc.tuple(later, fc.nat({ max: 8 })), { maxLength: 12 })
      .map((items) => [
        act("0", seenRefund),
        act("1", paperCopy, "0"),
        ...items.map(([payload, target], index) =>
          act(String(index + 2), payload, String(Math.min(target, index + 1))),
        ),
      ]);
    fc.assert(
      fc.property(acts, (list) => {
        const { refunds, strayPapers } = foldRefunds(list);
        const lying = [...refunds.flatMap(({ papers }) => papers), ...strayPapers]
          .filter(({ shredded }) => shredded === null)
          .map(({ id }) => id);
        const gone = new Set(
          list.flatMap(({ payload, amends }) =>
            payload.act === "void" ||
            (payload.act === "shred" &&
              !list.some((item) => item.payload.act === "void" && item.amends === amends))
              ? [amends]
              : [],
          ),
        );
        for (const { id, payload } of list) {
          if (payload.act === "paper-copy" && !gone.has(id)) expect(lying).toContain(id);
        }
      }),
    );
  });
});
