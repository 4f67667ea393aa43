import { expect, it } from "vitest";
import { foldBoard } from "./board-fold.ts";
import { foldEvent } from "./event-fold.ts";
import { findVoids, orderEvent, writeTime } from "./event-order.ts";
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
import { exampleEvent, exampleReference, exampleStaff } from "./example-event.ts";
import { takeCapture } from "./example-story.ts";
import type { Payload, PhotoWithdrawal } from "./payload.ts";
import { readTakeDown } from "./take-down-fold.ts";

const noon = Date.parse("2026-11-22T05:00:00.000Z");
const at = (seconds: number) => new Date(noon + seconds * 1000).toISOString();
const known = exampleReference.events.find(({ id }) => id === exampleEvent) ?? null;
type Captures = Parameters<typeof foldEvent>[2];
const fold = (captures: Captures, event = known) =>
  foldEvent(exampleEvent, event, captures, "2026-11-22");

/** Device 1 takes these one second after the other, the first at noon. */
function takeAll(...acts: (Payload | [Payload, amends: number])[]) {
  const taken: ReturnType<typeof takeCapture>[] = [];
  for (const act of acts) {
    const [payload, amends] = Array.isArray(act) ? act : [act, null];
    taken.push(
      takeCapture(payload, {
        device: 1,
        sequence: taken.length + 1,
        clock: noon + taken.length * 1000,
        amends: amends === null ? null : (taken[amends]?.header.id ?? null),
      }),
    );
  }
  return taken;
}

it("an entry has its wish, framing and marks as corrected, and how it was taken as it was", () => {
  const contact = { phone: null, email: "somying@example.com" };
  const captures = takeAll({ ...optOut, contact, referencePicture: true }, [
    { ...correction, wish: "no-publication", framing: "in-focus", saidBy: "person" },
    0,
  ]);
  const [first] = captures;
  expect(foldBoard(exampleEvent, captures).entries).toEqual([
    {
      optOut: first?.header.id,
      receiptNumber: first?.receiptNumber,
      wish: "no-publication",
      framing: "in-focus",
      marks: correction.marks,
      saidBy: "person",
      wantsAnswer: true,
      referencePicture: true,
      takenAt: at(0),
      changedAt: at(1),
      branch: "branch-1",
      staff: exampleStaff,
      isNew: true,
    },
  ]);
});

it("the board covers opt-outs and what changed them, and nothing that changed something else", () => {
  const captures = takeAll(
    optOut,
    consent,
    [correction, 0],
    [voiding, 1],
    [recognise, 1],
    [voiding, 0],
    { ...handOver, covers: [] },
  );
  const ids = captures.map(({ header }) => header.id);
  const { covers, uncovered } = foldBoard(exampleEvent, captures);
  expect(covers).toEqual([ids[0], ids[2], ids[5]]);
  expect(uncovered).toEqual(covers);
});

it("a correction of nothing that is here changes nothing", () => {
  const [first, odd] = takeAll(optOut, correction);
  const { entries, covers } = foldBoard(exampleEvent, [first, odd] as Captures);
  expect(entries).toMatchObject([{ marks: optOut.marks, changedAt: at(0) }]);
  expect(covers).toEqual([first?.header.id]);
});

it("entries that changed at the same moment stand by their ids, whichever came first", () => {
  const two = [1, 2].map((device) => takeCapture(optOut, { device, sequence: 1, clock: noon }));
  const ids = two.map(({ header }) => header.id).reverse();
  for (const captures of [two, two.toReversed()]) {
    expect(foldBoard(exampleEvent, captures).entries.map((entry) => entry.optOut)).toEqual(ids);
  }
});

it("one moment on two laptops is ordered by laptop, and one place of one laptop by id", () => {
  const [a1, a2] = takeAll(optOut, optOut);
  const b1 = takeCapture(optOut, { device: 2, sequence: 1, clock: noon });
  const b2 = takeCapture(optOut, { device: 2, sequence: 2, clock: noon - 60_000 });
  const twin = { ...b1, header: { ...b1.header, id: "019a0000-0000-7000-9000-00000000ffff" } };
  const all = [a1, a2, b1, b2, twin].flatMap((item) => item ?? []);
  const ids = [a1, b1, twin, b2, a2].flatMap((item) => item?.header.id ?? []);
  const sorted = ids.toSpliced(1, 2, ...[b1, twin].map(({ header }) => header.id).sort());
  for (const captures of [all, all.toReversed()]) {
    const ordered = orderEvent(exampleEvent, captures);
    expect(ordered.map(({ header }) => header.id)).toEqual(sorted);
    expect(ordered.map((item) => item.at - noon)).toEqual([0, 0, 0, -60_000, 1000]);
  }
});

it("a clock beyond what a date can hold is written as the beginning of time", () => {
  expect(writeTime(8.64e15)).toBe("+275760-09-13T00:00:00.000Z");
  expect(writeTime(-8.64e15)).toBe("-271821-04-20T00:00:00.000Z");
  for (const odd of [8.64e15 + 1, -8.64e15 - 1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(writeTime(odd)).toBe("1970-01-01T00:00:00.000Z");
  }
});

it("a withdrawal and a signature cannot be voided, and the first void of anything else counts", () => {
  const captures = takeAll(
    consent,
    withdrawal,
    handOver,
    [voiding, 0],
    [voiding, 0],
    [voiding, 1],
    [voiding, 2],
    voiding,
  );
  const ids = captures.map(({ header }) => header.id);
  const voids = findVoids(orderEvent(exampleEvent, captures));
  expect([...voids].map(([id, by]) => [id, by.header.id])).toEqual([[ids[0], ids[3]]]);
  expect(fold(captures).handOvers).toBe(1);
});

it("hand-overs are told with their newest time, by photographer, and a typed name without its spaces", () => {
  const sam = { id: null, name: "Sam Sample" };
  const captures = takeAll(
    optOut,
    { ...handOver, photographer: sam, covers: [] },
    { ...handOver, photographer: { ...sam, name: " Sam Sample " } },
  );
  const [first] = captures;
  const covers = [first?.header.id ?? ""];
  captures.push(
    takeCapture({ ...handOver, covers }, { device: 2, sequence: 1, clock: noon - 5_000 }),
  );
  expect(fold(captures)).toMatchObject({ handOvers: 3, lastHandOverAt: at(2) });
  expect(fold(captures).photographers).toEqual([
    { id: "kla", name: "กล้า ตัวอย่าง", lastAt: at(-5), missing: 0 },
    { id: "mint", name: "มิ้นท์ สมมุติ", lastAt: null, missing: 1 },
    { id: null, name: "Sam Sample", lastAt: at(2), missing: expect.any(Number) },
  ]);
  expect(fold(takeAll(optOut))).toMatchObject({ handOvers: 0, lastHandOverAt: null });
});

it("without head office's word the plan is the one it was started with, and the day makes it run", () => {
  const { plan } = startEvent;
  const started = takeAll(startEvent);
  const on = (day: string) => foldEvent(plan.id, null, started, day);
  expect(on("2026-11-27")).toMatchObject({ plan, isProposal: true, status: "planned" });
  expect(on("2026-11-28").status).toBe("running");
  expect(foldEvent(plan.id, null, [], "2026-11-28")).toMatchObject({
    plan: null,
    status: "planned",
  });
  const proposed = known && { ...known, status: "proposed" as const };
  expect(fold([], proposed)).toMatchObject({ isProposal: true, plan: { id: exampleEvent } });
});

it("a closing is the newest one, in full", () => {
  const other = { ...closing, counts: { ...closing.counts, people: 21 } };
  const captures = takeAll(optOut, closing, other);
  expect(fold(captures).closing).toEqual({
    capture: captures[2]?.header.id,
    receiptNumber: captures[2]?.receiptNumber,
    at: at(2),
    staff: exampleStaff,
    counts: other.counts,
  });
  expect(fold(takeAll(optOut)).closing).toBeNull();
});

it("who looked through pictures is told once each, in alphabetical order", () => {
  const other = { ...picturesChecked, review: "019a0000-0000-7000-8000-00000000f002" };
  const captures = takeAll(
    { ...picturesChecked, checkedBy: ["ploy", "malee"] },
    { ...other, checkedBy: ["anan", "ploy"] },
  );
  expect(fold(captures).checkedBy).toEqual(["anan", "malee", "ploy"]);
  expect(fold([])).toMatchObject({
    checkedBy: [],
    pictures: { seen: 0, published: 0, covered: 0, leftOut: 0 },
  });
});

it("a photo consent is told in full, with the newest word on how to find the person", () => {
  const captures = takeAll(consent, [{ ...recognise, marks: optOut.marks }, 0], [recognise, 0]);
  const [yes] = captures;
  const entry = {
    capture: yes?.header.id,
    receiptNumber: yes?.receiptNumber,
    name: consent.name,
    ageBand: "adult",
    givenAt: at(0),
    shownAt: ["social-media", "website"],
    withdrawnAt: null,
    marks: recognise.marks,
  };
  expect(fold(captures).consents).toEqual([entry]);
  expect(fold(takeAll(consent, recognise)).consents).toMatchObject([{ marks: null }]);
});

it("withdrawals add up, and the first of them is when it was taken back", () => {
  const part = (scope: PhotoWithdrawal["scope"]) => ({ ...withdrawal, scope });
  const both = takeAll(consent, part(["website"]), part(["social-media"]));
  expect(fold(both).consents).toMatchObject([{ shownAt: [], withdrawnAt: at(1) }]);
});

it("a withdrawal by name reaches it however the name was typed, and one that names a capture that one only", () => {
  const named = { ...consent, name: "Anan  Sample" };
  const reach = (taken: Partial<PhotoWithdrawal>) => {
    const captures = takeAll(named, { ...withdrawal, receipts: [], name: null, ...taken });
    return fold(captures).consents[0]?.withdrawnAt === at(1);
  };
  expect(reach({ name: " anan SAMPLE" })).toBe(true);
  expect(reach({ name: "AnanSample" })).toBe(false);
  expect(reach({ name: null })).toBe(false);
  const receipt = takeAll(named)[0]?.receiptNumber ?? "";
  expect(reach({ receipts: [` ${receipt.toLowerCase()} `] })).toBe(true);
  expect(reach({ receipts: ["ZZZ-ZZZZ-Z"] })).toBe(false);
  const other = takeAll(named, named, [{ ...withdrawal, name: named.name }, 0]);
  expect(fold(other).consents.map(({ withdrawnAt }) => withdrawnAt)).toEqual([at(2), null]);
});

it("a request to take a picture down says where it was seen and where the answer goes", () => {
  const read = (payload: Payload) => {
    const [taken] = takeAll(payload);
    return taken ? readTakeDown(taken) : null;
  };
  const seen = { address: null, picture: false, where: "ป้ายหน้าร้าน" };
  const contact = { phone: null, email: "somying@example.com" };
  const [first] = takeAll(takeDown);
  expect(read(takeDown)).toEqual({
    capture: first?.header.id,
    receiptNumber: first?.receiptNumber,
    event: exampleEvent,
    at: at(0),
    seen: takeDown.seen.address,
    marks: null,
    contact: "+66812345678",
  });
  expect(read({ ...takeDown, seen, contact })).toMatchObject({
    seen: seen.where,
    contact: contact.email,
  });
  expect(read({ ...takeDown, contact: null })).toMatchObject({ contact: null });
  expect(read(consent)).toBeNull();
});

it("requests to take pictures down have the newest first", () => {
  const captures = takeAll(takeDown, takeDown, { ...optOut, wish: "take-down" });
  const ids = captures.map(({ header }) => header.id);
  expect(fold(captures).takeDowns.map(({ capture }) => capture)).toEqual(ids.toReversed());
});
