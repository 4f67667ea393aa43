import { describe, expect, it } from "vitest";
import { foldEvent } from "./event-fold.ts";
import {
  closing,
  consent,
  correction,
  handOver,
  optOut,
  picturesChecked,
  recognise,
  startEvent,
  takeDown,
  voiding,
  withdrawal,
} from "./example-acts.ts";
import { exampleEvent, exampleReference } from "./example-event.ts";
import { nameCapture, takeCapture } from "./example-story.ts";
import type { Payload } from "./payload.ts";

const noon = Date.parse("2026-11-22T05:00:00.000Z");
const known = exampleReference.events.find(({ id }) => id === exampleEvent) ?? null;
let taken = 0;
function take(payload: Payload, amends: string | null = null) {
  taken += 1;
  return takeCapture(payload, { device: 1, sequence: taken, clock: noon + taken * 1000, amends });
}
const fold = (captures: Parameters<typeof foldEvent>[2], today = "2026-11-22") =>
  foldEvent(exampleEvent, known, captures, today);

describe("an event's status", () => {
  it("goes from planned over running and handed over to closed", () => {
    const one = take(optOut);
    const given = take({ ...handOver, covers: [one.header.id] });
    expect(fold([], "2026-11-01").status).toBe("planned");
    expect(fold([]).status).toBe("running");
    expect(fold([one]).status).toBe("running");
    expect(fold([one, given])).toMatchObject({
      status: "handed-over",
      changedSinceHandOver: false,
    });
    expect(fold([one, given, take(optOut)])).toMatchObject({
      status: "running",
      changedSinceHandOver: true,
    });
    const closed = take(closing);
    expect(fold([one, given, closed])).toMatchObject({
      status: "closed",
      closing: { capture: closed.header.id, counts: closing.counts },
    });
    const reopened = take(voiding, closed.header.id);
    expect(fold([one, given, closed, reopened])).toMatchObject({
      status: "handed-over",
      closing: null,
    });
  });

  it("is head office's where there is no close-out here", () => {
    const closed = known && { ...known, status: "closed" as const };
    expect(foldEvent(exampleEvent, closed, [], "2026-11-22").status).toBe("closed");
  });

  it("of an event started with no line is a proposal under its own plan", () => {
    const { plan } = startEvent;
    expect(foldEvent(plan.id, null, [take(startEvent)], "2026-11-22")).toMatchObject({
      plan,
      isProposal: true,
      status: "planned",
    });
    expect(fold([]).isProposal).toBe(false);
  });
});

it("tells for each photographer what they have not acknowledged", () => {
  const one = take(optOut);
  const two = take(optOut);
  const { photographers, handOvers } = fold([
    one,
    two,
    take({ ...handOver, covers: [one.header.id] }),
    take({ ...handOver, photographer: { id: null, name: "Sam Sample" }, covers: [] }),
  ]);
  expect(handOvers).toBe(2);
  expect(photographers.map(({ name, missing }) => [name, missing])).toEqual([
    ["กล้า ตัวอย่าง", 1],
    ["มิ้นท์ สมมุติ", 2],
    ["Sam Sample", 2],
  ]);
});

it("adds up reviews by their newest word, and leaves out what was voided", () => {
  const half = { seen: 300, published: 100, covered: 0, leftOut: 0 };
  const other = { ...picturesChecked, review: "019a0000-0000-7000-8000-00000000f002" };
  const wrong = take({ ...picturesChecked, review: "019a0000-0000-7000-8000-00000000f003" });
  const { pictures, checkedBy } = fold([
    take({ ...picturesChecked, counts: half }),
    take(picturesChecked),
    take({ ...other, counts: { seen: 10, published: 5, covered: 3, leftOut: 2 } }),
    wrong,
    take(voiding, wrong.header.id),
  ]);
  expect(pictures).toEqual({ seen: 310, published: 285, covered: 18, leftOut: 7 });
  expect(checkedBy).toEqual(["ploy"]);
});

describe("a consent to be shown in focus", () => {
  it("stands with how to find the person, until it is taken back, in whatever order that came", () => {
    const yes = take(consent);
    const marked = take(recognise, yes.header.id);
    expect(fold([yes, marked]).consents[0]).toMatchObject({
      shownAt: ["social-media", "website"],
      marks: { tag: "B7" },
      withdrawnAt: null,
    });
    const earlier = takeCapture(
      { ...withdrawal, name: null, scope: ["website"] },
      { device: 2, sequence: 1, clock: noon - 1, amends: yes.header.id },
    );
    expect(fold([earlier, yes]).consents[0]).toMatchObject({ shownAt: ["social-media"] });
  });

  it("is reached by its receipt or by the name, and by nobody else's", () => {
    const yes = take(consent);
    const byName = take({ ...withdrawal, name: " สมหญิง  ทดสอบ " });
    const byReceipt = take({
      ...withdrawal,
      name: null,
      receipts: [yes.receiptNumber.replaceAll("-", "")],
    });
    const another = take({ ...withdrawal, name: "อนันต์ ทดสอบ" });
    expect(fold([yes, byName]).consents[0]?.shownAt).toEqual([]);
    expect(fold([yes, byReceipt]).consents[0]?.shownAt).toEqual([]);
    expect(fold([yes, another]).consents[0]?.shownAt).toHaveLength(2);
    const named = take(withdrawal, nameCapture(9, 9));
    expect(fold([yes, named]).consents[0]?.shownAt).toHaveLength(2);
  });
});

it("lists the requests to take pictures down", () => {
  const asked = take(takeDown);
  const wrong = take(takeDown);
  const { takeDowns } = fold([asked, wrong, take(voiding, wrong.header.id)]);
  expect(takeDowns.map(({ capture }) => capture)).toEqual([asked.header.id]);
});

it("lists an opt-out that asks for a picture to come down as it stands now, with where its answer goes", () => {
  const contact = { phone: "+66812345678", email: null };
  const first = take({ ...optOut, wish: "take-down", contact });
  const later = take(optOut);
  const marks = { ...optOut.marks, tag: "K9" };
  const list = (...captures: Parameters<typeof foldEvent>[2]) => fold(captures).takeDowns;
  expect(list(first, later)).toMatchObject([
    { capture: first.header.id, seen: null, marks: optOut.marks, contact: "+66812345678" },
  ]);
  const asksNow = take({ ...correction, wish: "take-down", marks }, later.header.id);
  const asksNoMore = take({ ...correction, wish: "no-photo" }, first.header.id);
  expect(list(first, later, asksNow, asksNoMore)).toMatchObject([
    { capture: later.header.id, marks, contact: null },
  ]);
  expect(list(first, take(voiding, first.header.id))).toEqual([]);
});
