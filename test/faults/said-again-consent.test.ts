import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { withdrawal } from "../../src/captures/marketing-consent/example-acts.ts";
import { readShopDay } from "../../src/captures/shop-day.ts";
import { listFields, sayAgain } from "../../src/main/capture/say-again.ts";
import { submitCapture } from "../../src/main/capture/submit-capture.ts";
import { setUpDeskBehindLine } from "../support/desk-behind-line.ts";
import { makeCaptureDeps } from "../support/desk-store.ts";
import { inventDecision, inventSubject } from "../support/invented-people.ts";
import { submitUnchecked } from "../support/synced-desk.ts";

// A consent that head office refused is the person's word of then: said again, it would come after all they have
// said since.
const set = setUpDeskBehindLine();
const manager = { staff: "wichai", roles: ["manager"] as const };
const deps = () => makeCaptureDeps(set.desk.store, set.desk.clock.now);
const kept = (id: string) => {
  const found = set.desk.store.captures.readById(id);
  if (found === null) throw new Error("gone");
  return found;
};
const isSayable = (id: string) => listFields(deps(), kept(id)) !== null;

/** Takes a consent of invented person 1 whose name head office refuses. */
async function takeRefused(): Promise<string> {
  const decision = inventDecision(1);
  if (decision.act !== "decision") throw new Error("not a decision");
  const subject = { ...decision.subject, name: "ก".repeat(130) };
  const taken = submitUnchecked(deps(), { ...decision, subject });
  if (!taken.ok) throw new Error(JSON.stringify(taken.failure));
  await set.send();
  expect(isSayable(taken.value.id)).toBe(true);
  return taken.value.id;
}

function expectNotSayable(id: string): void {
  expect(isSayable(id)).toBe(false);
  const fields = [{ path: ["subject", "name"], value: "กานดา ทองดี" }];
  expect(sayAgain(deps(), manager, { id, request: randomUUID(), fields })).toMatchObject({
    ok: false,
    failure: { code: "not-sayable" },
  });
}

test("a consent is not said again after its withdrawal, which has the last word", async () => {
  const first = await takeRefused();
  const means = { how: "spoken", attestedBy: "somying" } as const;
  set.desk.save({ ...withdrawal, subject: inventSubject(1), means });
  expectNotSayable(first);
});

test("a consent is not said again once the person has answered anew", async () => {
  const first = await takeRefused();
  set.desk.save(inventDecision(2));
  expect(isSayable(first), "another person's answer").toBe(true);
  const day = readShopDay(new Date(set.desk.clock.now()));
  set.desk.save({ act: "no-thank-you", subject: inventSubject(1), day });
  expect(isSayable(first), "ends nothing").toBe(true);
  set.desk.save(inventDecision(1));
  expectNotSayable(first);
});

test("an answer that was voided before it was sent stands in no other's way", async () => {
  const first = await takeRefused();
  const decision = inventDecision(1);
  const second = set.desk.save(decision);
  const { sequence, contentHash } = kept(second).envelope;
  const verdict = { id: second, contentHash, verdict: "rejected", reason: "malformed" } as const;
  set.desk.store.outbox.settle([{ sequence, verdict }]);
  expectNotSayable(first);
  const voided = submitCapture(deps(), manager, {
    request: randomUUID(),
    kind: "marketing-consent",
    payload: deps().definitions["marketing-consent"]?.takeOut?.(decision, "บันทึกผิดคน"),
    amends: second,
    notice: null,
  });
  expect(voided.ok).toBe(true);
  expect(kept(second).settled).toMatchObject({ how: "void" });
  expect(isSayable(first)).toBe(true);
});
