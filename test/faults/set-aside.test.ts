import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { foldConsent } from "../../src/captures/marketing-consent/consent-fold.ts";
import { withdrawal } from "../../src/captures/marketing-consent/example-acts.ts";
import type { Decision } from "../../src/captures/marketing-consent/payload.ts";
import { readShopDay } from "../../src/captures/shop-day.ts";
import type { Envelope } from "../../src/contract/envelope.ts";
import { writeVoid } from "../../src/main/capture/amended-capture.ts";
import { listFields, sayAgain } from "../../src/main/capture/say-again.ts";
import { submitCapture } from "../../src/main/capture/submit-capture.ts";
import { setUpDeskBehindLine } from "../support/desk-behind-line.ts";
import { makeCaptureDeps } from "../support/desk-store.ts";
import { inventDecision, inventSubject } from "../support/invented-people.ts";
import { submitUnchecked, withoutRules } from "../support/synced-desk.ts";

// What head office refused is the person's word of then. Said again, it would come after all they have said since;
// and whatever can be said again no more has a way out.
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

/** Takes it out as a manager does who looks at what head office refused. */
function takeOut(id: string): void {
  const payload = writeVoid(deps().definitions, kept(id).envelope, "บันทึกผิดคน");
  const input = { request: randomUUID(), kind: "marketing-consent", payload } as const;
  const voided = submitCapture(deps(), manager, { ...input, amends: id, notice: null });
  expect(voided).toMatchObject({ ok: true });
  expect(kept(id).settled).toMatchObject({ how: "void" });
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

test("what is said again bears the moment of the first: what another PC took meanwhile is later", async () => {
  const first = await takeRefused();
  const dayMs = 86_400_000;
  set.desk.clock.pass(3 * dayMs);
  const fields = [{ path: ["subject", "name"], value: "กานดา ทองดี" }];
  const said = sayAgain(deps(), manager, { id: first, request: randomUUID(), fields });
  if (!said.ok) throw new Error(JSON.stringify(said.failure));
  await set.send();
  expect((await set.readArrived()).map(({ id }) => id)).toEqual([said.value.id]);
  const { envelope } = kept(said.value.id);
  const { capturedAt, clockOffsetMs } = kept(first).envelope;
  expect(envelope).toMatchObject({ capturedAt, clockOffsetMs, amends: first });

  const payload = JSON.parse(envelope.payload ?? "") as Decision;
  const answers = payload.answers.map((given) => ({ ...given, answer: "no" as const }));
  const elsewhere = {
    ...envelope,
    id: randomUUID(),
    device: randomUUID(),
    capturedAt: new Date(Date.parse(capturedAt) + dayMs).toISOString(),
  };
  const tell = (header: Envelope, told: Decision) => ({
    header,
    payload: told,
    receiptNumber: "",
  });
  const { cells } = foldConsent(payload.subject.id, [
    tell(envelope, payload),
    tell(elsewhere, { ...payload, answers }),
  ]);
  expect(cells.length).toBeGreaterThan(0);
  expect(new Set(cells.map(({ status }) => status))).toEqual(new Set(["no"]));
});

test("an answer that was voided before it was sent stands in no other's way", async () => {
  const first = await takeRefused();
  const decision = inventDecision(1);
  const second = set.desk.save(decision);
  const { sequence, contentHash } = kept(second).envelope;
  const verdict = { id: second, contentHash, verdict: "rejected", reason: "malformed" } as const;
  set.desk.store.outbox.settle([{ sequence, verdict }]);
  expectNotSayable(first);
  takeOut(second);
  expect(isSayable(first)).toBe(true);
});

test("what fits no form and can be said again no more is taken out, and head office has the void", async () => {
  const first = await takeRefused();
  set.desk.save(inventDecision(1));
  expectNotSayable(first);
  takeOut(first);
  const nothing = set.desk.save({ act: "broken" });
  await set.send();
  expect(kept(nothing).parked).toBe(true);
  takeOut(nothing);
  await set.send();
  expect(set.desk.sync.status()).toMatchObject({ waiting: 0, parked: 0 });
  const arrived = (await set.readArrived()).map(({ payload }) => JSON.parse(payload ?? "").act);
  expect(arrived).toEqual(["decision", "void", "void"]);
});

test("what cannot be read far enough to take it out stands, and harms nothing", async () => {
  const lax = withoutRules(deps(), "rights-request");
  const taken = submitCapture(lax, manager, {
    request: randomUUID(),
    kind: "rights-request",
    payload: { act: "request", identity: { how: "refused" } },
    amends: null,
    notice: null,
  });
  if (!taken.ok) throw new Error(JSON.stringify(taken.failure));
  await set.send();
  expect(kept(taken.value.id).parked).toBe(true);
  expect(writeVoid(deps().definitions, kept(taken.value.id).envelope, "บันทึกผิดคน")).toBeNull();
});
