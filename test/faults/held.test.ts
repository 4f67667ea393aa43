import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { withdrawal } from "../../src/captures/marketing-consent/example-acts.ts";
import type { Payload } from "../../src/captures/marketing-consent/payload.ts";
import type { PendingRules } from "../../src/contract/pending-rules.ts";
import { publishChanges } from "../../src/head-office/change-log.ts";
import { giveBack, releaseHeld, takeBackRelease } from "../../src/main/capture/review.ts";
import { listFields, sayAgain } from "../../src/main/capture/say-again.ts";
import { submitCapture } from "../../src/main/capture/submit-capture.ts";
import { pass, setUpDeskBehindLine, standIn } from "../support/desk-behind-line.ts";
import { makeCaptureDeps, showNotice } from "../support/desk-store.ts";
import { counterStaff } from "../support/filled-store.ts";
import { inventDecision, inventSubject } from "../support/invented-people.ts";
import { submitUnchecked } from "../support/synced-desk.ts";

const set = setUpDeskBehindLine();
const manager = { staff: "wichai", roles: ["manager"] as const };
const status = () => set.desk.sync.status();
const arrivedIds = async () => (await set.readArrived()).map((row) => row.id);
const deps = () => makeCaptureDeps(set.desk.store, set.desk.clock.now);

async function setRules(review: Partial<PendingRules["review"]>): Promise<void> {
  const value = {
    lateAfter: 60,
    veryLateAfter: 120,
    review: { kinds: [], conditions: [], ...review },
  };
  await publishChanges(
    set.headOffice.db,
    [{ topic: "pending-rules", key: "pending-rules", value, audience: null }],
    new Date(),
  );
  set.desk.sync.wake("manual");
  await set.desk.untilIdle();
}

function take(payload: Payload, who = counterStaff as Parameters<typeof submitCapture>[1]): string {
  const needsNotice = payload.act === "decision";
  const taken = submitCapture(deps(), who, {
    request: randomUUID(),
    kind: "marketing-consent",
    payload,
    amends: null,
    notice: needsNotice ? showNotice("th") : null,
  });
  if (!taken.ok) throw new Error(JSON.stringify(taken.failure));
  return taken.value.id;
}

const byStaff = (payload: Payload): Payload =>
  "means" in payload ? { ...payload, means: { how: "spoken", attestedBy: "malee" } } : payload;
const takeDecision = (number: number) => take(byStaff(inventDecision(number)));

/** All that asks to send, one after the other. */
async function askForAll(): Promise<void> {
  const { desk } = set;
  for (const reason of ["saved", "online", "manual", "timer"] as const) {
    desk.store.outbox.retry("all");
    desk.store.outbox.makeDue();
    desk.clock.pass(2_000);
    desk.sync.wake(reason);
    await desk.untilIdle();
  }
}

test("what is held is sent by nothing, its neighbours and withdrawals go on, and its release sends it", async () => {
  const { desk } = set;
  const first = takeDecision(1);
  await setRules({ kinds: ["marketing-consent"] });
  const held = takeDecision(2);
  const means = { how: "spoken", attestedBy: "malee" } as const;
  const taken = take({ ...withdrawal, subject: inventSubject(5), means });
  const after = desk.save(inventDecision(3));
  await askForAll();
  expect(await arrivedIds()).toEqual([first, taken, after]);
  expect(status()).toMatchObject({ waiting: 0, held: 1, parked: 0 });
  expect(desk.store.outbox.isWaiting(2)).toBe(true);
  expect(() => desk.store.captures.purge([2])).toThrow("not reached head office");

  expect(releaseHeld(deps(), manager.staff, held).ok).toBe(true);
  await set.send();
  expect(await arrivedIds()).toEqual([first, held, taken, after]);
  expect(status()).toMatchObject({ waiting: 0, held: 0 });
  expect(takeBackRelease(deps(), manager.staff, held)).toMatchObject({
    ok: false,
    failure: { code: "not-held" },
  });
});

test("with no line a release can be taken back as often as one likes; then it is sent by nothing", async () => {
  const { desk, line } = set;
  await setRules({ kinds: ["marketing-consent"] });
  const held = takeDecision(1);
  await line.cut();
  // Somebody's save finds out that there is no line.
  desk.save(inventDecision(2));
  await set.send();
  expect(status().trouble).toBe("no-line");
  releaseHeld(deps(), manager.staff, held);
  await askForAll();
  expect(status()).toMatchObject({ waiting: 2, held: 0 });
  expect(takeBackRelease(deps(), manager.staff, held).ok).toBe(true);
  await line.mend();
  await desk.wakeUntil(() => status().waiting === 0, 20);
  await askForAll();
  expect(await arrivedIds()).not.toContain(held);

  releaseHeld(deps(), manager.staff, held);
  await set.send();
  expect(await arrivedIds()).toContain(held);
});

test("what was released while there was no line goes in the go that finds it again", async () => {
  const { desk, line } = set;
  await setRules({ kinds: ["marketing-consent"] });
  const held = takeDecision(1);
  await line.cut();
  desk.clock.pass(1_000);
  desk.sync.wake("manual");
  await desk.untilIdle();
  expect(status().trouble).toBe("no-line");
  releaseHeld(deps(), manager.staff, held);
  await line.mend();
  await desk.wakeUntil(() => status().trouble === null, 20);
  expect(await arrivedIds()).toEqual([held]);
});

test("a correction of a held one is held with it, and one release sends both; a manager's own sends them at once", async () => {
  const { desk } = set;
  await setRules({ kinds: ["marketing-consent"] });
  const held = takeDecision(1);
  giveBack(deps(), manager.staff, held, "ชื่อสะกดผิด");
  const correct = (who: Parameters<typeof submitCapture>[1]) =>
    submitCapture(deps(), who, {
      request: randomUUID(),
      kind: "marketing-consent",
      payload: { act: "correction", subject: inventSubject(1), reason: "สะกดชื่อใหม่" },
      amends: held,
      notice: null,
    });
  const own = correct(counterStaff);
  if (!own.ok) throw new Error(own.failure.code);
  expect(desk.store.holds.readById(held)?.note).toBeNull();
  expect(desk.store.holds.readById(own.value.id)?.reasons).toContain("amends-held");
  releaseHeld(deps(), manager.staff, held);
  await set.send();
  expect(await arrivedIds()).toEqual([held, own.value.id]);

  const second = takeDecision(2);
  const byManager = submitCapture(deps(), manager, {
    request: randomUUID(),
    kind: "marketing-consent",
    payload: { act: "void", subject: inventSubject(2).id, reason: "ผิดคน" },
    amends: second,
    notice: null,
  });
  if (!byManager.ok) throw new Error(byManager.failure.code);
  await set.send();
  expect((await arrivedIds()).slice(2)).toEqual([second, byManager.value.id]);
});

test("what head office refuses tells the field at fault, and is said again by a capture that amends it", async () => {
  const { desk } = set;
  const decision = inventDecision(1);
  if (decision.act !== "decision") throw new Error("not a decision");
  const long = { ...decision, subject: { ...decision.subject, name: "ก".repeat(130) } };
  const refused = submitUnchecked(deps(), long);
  if (!refused.ok) throw new Error(refused.failure.code);
  const neighbour = desk.save(inventDecision(2));
  await set.send();
  const path = ["subject", "name"];
  expect(desk.store.outbox.list()).toMatchObject([
    { id: refused.value.id, state: "parked", issues: [{ path, code: "too-long" }] },
  ]);
  const kept = desk.store.captures.readById(refused.value.id);
  if (kept === null) throw new Error("gone");
  expect(listFields(deps(), kept)).toContainEqual({ path, value: long.subject.name });

  const fix = (value: string) =>
    sayAgain(deps(), manager, {
      id: refused.value.id,
      request: randomUUID(),
      fields: [{ path, value }],
    });
  expect(fix("ก".repeat(140))).toMatchObject({ ok: false, failure: { code: "refused" } });
  expect(status().parked).toBe(1);
  const again = fix("กานดา ทองดี");
  if (!again.ok) throw new Error(again.failure.code);
  await set.send();
  expect(status()).toMatchObject({ waiting: 0, parked: 0 });
  expect(await arrivedIds()).toEqual([neighbour, again.value.id]);
  const row = (await set.readArrived()).find(({ id }) => id === again.value.id);
  expect(JSON.parse(row?.payload ?? "")).toEqual({
    ...long,
    subject: { ...long.subject, name: "กานดา ทองดี" },
  });
  const stored = desk.store.captures.readById(again.value.id)?.envelope;
  expect(stored).toMatchObject({ amends: refused.value.id, notice: kept.envelope.notice });
  expect(desk.store.captures.readById(refused.value.id)?.settled).toEqual({
    by: again.value.id,
    how: "again",
  });
  // A path that is none of its words changes nothing.
  expect(
    sayAgain(deps(), manager, {
      id: again.value.id,
      request: randomUUID(),
      fields: [{ path: ["act"], value: "withdrawal" }],
    }),
  ).toMatchObject({ ok: false, failure: { code: "not-sayable" } });
});

test("the oldest of what is not at head office turns late by head office's limits, held ones too", async () => {
  const { desk } = set;
  await setRules({ kinds: ["marketing-consent"] });
  takeDecision(1);
  set.treatPushes(() => standIn(500));
  expect(status().lateness).toBe("in-time");
  desk.clock.pass(61 * 60_000);
  expect(status().lateness).toBe("late");
  desk.clock.pass(60 * 60_000);
  expect(status().lateness).toBe("very-late");
  set.treatPushes(() => pass);
});
