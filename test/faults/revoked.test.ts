import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { leaveAnswer } from "../../src/contract/courier.ts";
import { syncPaths } from "../../src/contract/sync.ts";
import { revokeDevice } from "../../src/head-office/enrolment.ts";
import { submitWithPicture } from "../../src/main/capture/submit-picture.ts";
import { pass, setUpDeskBehindLine, standIn } from "../support/desk-behind-line.ts";
import { makeCaptureDeps } from "../support/desk-store.ts";
import { enrolTestDevice } from "../support/device-client.ts";
import type { Fault } from "../support/faulty-line.ts";
import { testBranch } from "../support/head-office.ts";
import { saveHeld } from "../support/held-capture.ts";
import { inventDecision, scramble } from "../support/invented-people.ts";
import { drawJpeg } from "../support/plain-jpeg.ts";
import { inventCopiedRefund, refundStaff } from "../support/refunds.ts";
import { submitConsent } from "../support/synced-desk.ts";

const set = setUpDeskBehindLine();

/** Takes the desk out of use while it holds things; the line is down until a test says otherwise. */
async function revoke(): Promise<string> {
  const device = set.desk.store.device.readEnrolment()?.device ?? "";
  await revokeDevice(set.headOffice.db, device, new Date(set.desk.clock.now()));
  return device;
}

async function fill(): Promise<string[]> {
  set.line.treat(() => ({ kind: "drop-request" }));
  const { store, clock, save } = set.desk;
  // The second is held for a look that nobody will have.
  const ids = [save(inventDecision(0)), saveHeld(set.desk, 1)];
  const deps = makeCaptureDeps(store, clock.now);
  const picture = drawJpeg(1, 480, 480);
  const saved = await submitWithPicture(deps, refundStaff, inventCopiedRefund(), picture);
  if (!saved.ok) throw new Error(JSON.stringify(saved.failure));
  return [...ids, saved.value.id];
}

const hasLeft = () => set.desk.left.length > 0;

async function drain(): Promise<void> {
  set.desk.sync.wake("manual");
  await set.desk.wakeUntil(hasLeft, 600);
}

const readDevice = (device: string) =>
  set.headOffice.db
    .selectFrom("device")
    .select(["left_at", "left_with"])
    .where("id", "=", device)
    .executeTakeFirstOrThrow();

function drawFault(number: number): Fault {
  const drawn = scramble(number) % 100;
  if (drawn < 15) return { kind: "drop-request" };
  if (drawn < 35) return { kind: "drop-answer" };
  if (drawn < 45) return { kind: "duplicate", answer: "first" };
  if (drawn < 55) return { kind: "duplicate", answer: "second" };
  if (drawn < 65) return { kind: "cut-answer" };
  if (drawn < 70) return standIn(500);
  return pass;
}

test("a revoked desk hands over all it holds over a line that fails, and only then takes its leave", async () => {
  const ids = await fill();
  const device = await revoke();
  set.line.treat(({ number }) => drawFault(number));
  await drain();
  const arrived = await set.readArrived();
  expect(arrived.map(({ id }) => id)).toEqual(ids);
  expect(set.desk.store.outbox.counts()).toMatchObject({ waiting: 0, parked: 0 });
  expect(set.desk.store.holds.counts()).toMatchObject({ held: 0, released: 0 });
  expect(set.desk.store.attachments.locate(3)).toBe("at-head-office");
  expect(set.desk.left[0]).toMatchObject({ lost: { captures: 0, pictures: 0 } });
  expect((await readDevice(device)).left_at).not.toBeNull();
  // Who did what came too, up to the order.
  const { upTo } = await set.headOffice.db
    .selectFrom("audit_entry")
    .select((query) => query.fn.max("sequence").as("upTo"))
    .where("device", "=", device)
    .executeTakeFirstOrThrow();
  expect(upTo).toBe(set.desk.store.audit.end().sequence);
});

test("nothing goes in the open, and nobody takes anything new, from the moment that it knows", async () => {
  await fill();
  await revoke();
  set.line.treat(({ path }) => (path === syncPaths.courier ? { kind: "drop-request" } : pass));
  await set.send();
  expect(set.desk.sync.status()).toMatchObject({ trouble: "revoked" });
  const { store, clock } = set.desk;
  const refused = submitConsent(makeCaptureDeps(store, clock.now), inventDecision(7));
  expect(refused).toEqual({ ok: false, failure: { code: "device-revoked" } });
  expect(hasLeft()).toBe(false);
  // Once it knows, only a pull asks whether it is still so, and what waits goes sealed.
  set.line.log.length = 0;
  const bodies: string[] = [];
  set.line.treat(({ path, body }) => {
    if (path === syncPaths.courier) bodies.push(gunzipSync(body).toString());
    return pass;
  });
  await drain();
  expect(new Set(set.line.log.map(({ path }) => path))).toEqual(
    new Set([syncPaths.pull, syncPaths.courier, syncPaths.leave]),
  );
  expect(bodies.length).toBeGreaterThan(0);
  for (const body of bodies) expect(body).not.toContain("marketing-consent");
});

test("what head office refuses again is counted, and does not keep the desk from leaving", async () => {
  set.desk.save(inventDecision(0));
  set.desk.save({ act: "broken" });
  await set.send();
  expect(set.desk.sync.status()).toMatchObject({ parked: 1 });
  const device = await revoke();
  await drain();
  expect(set.desk.left[0]).toMatchObject({ lost: { captures: 1, pictures: 0 } });
  const { left_with } = await readDevice(device);
  expect(JSON.parse(left_with ?? "")).toEqual({ upTo: 2, captures: 1, pictures: 0 });
});

test("what head office lost again meanwhile is handed over once more before it leaves", async () => {
  const ids = [0, 1, 2, 3].map((n) => set.desk.save(inventDecision(n)));
  await set.send();
  expect(set.desk.sync.status()).toMatchObject({ waiting: 0 });
  const device = await revoke();
  // Put back to a backup that was made after the second.
  await set.headOffice.db
    .deleteFrom("capture")
    .where("device", "=", device)
    .where("sequence", ">", 2)
    .execute();
  // Retention has ended one here: it cannot come again, and must not keep the desk from leaving.
  set.desk.store.captures.purge([3]);
  await drain();
  const kept = [0, 1, 3].map((place) => ids[place]);
  expect((await set.readArrived()).map(({ id }) => id)).toEqual(kept);
  expect(set.desk.left).toHaveLength(1);
});

test("without head office's own key it hands nothing over, says so, and stays", async () => {
  await fill();
  const { received } = set.desk.store;
  received.applyChanges(
    [{ topic: "office-key", key: "office-key", value: null }],
    received.cursor(),
  );
  await revoke();
  set.line.treat(() => pass);
  await set.send();
  expect(set.desk.sync.status()).toMatchObject({ trouble: "revoked-unsealed", held: 1 });
  expect(await set.readArrived()).toEqual([]);
  expect(hasLeft()).toBe(false);
});

test("a word to leave that is another device's, or nobody's, ends nothing", async () => {
  set.desk.save(inventDecision(0));
  const device = await revoke();
  let word = "";
  const seen: string[] = [];
  set.line.treat(({ path }) => {
    seen.push(path);
    if (path !== syncPaths.leave) return pass;
    const serverTime = new Date(set.desk.clock.now()).toISOString();
    const headers = { "yinyom-protocol": "1", "content-type": "application/json" };
    return standIn(200, JSON.stringify({ word, serverTime }), headers);
  });
  // Another that left, whose word head office did sign.
  const other = await enrolTestDevice(
    set.headOffice.address,
    await set.headOffice.issueEnrolmentCode(testBranch),
  );
  await revokeDevice(set.headOffice.db, other.device, new Date(set.desk.clock.now()));
  const lost = { upTo: 0, captures: 0, pictures: 0 };
  const sentAt = set.desk.clock.now();
  const { body } = await other.send(syncPaths.leave, lost, { sentAt });
  const answer = leaveAnswer.parse(body);
  const others = "word" in answer ? answer.word : "";
  const spell = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = spell({ form: "yinyom leave v1", device, at: "2026-11-22T03:00:00.000Z" });
  for (word of [
    others,
    "",
    `${spell({ alg: "none" })}.${claims}.`,
    `${spell({ alg: "EdDSA" })}.${claims}.AA`,
  ]) {
    set.desk.sync.wake("manual");
    await set.desk.untilIdle();
    set.desk.clock.pass(600_000);
    await set.desk.untilIdle();
  }
  expect(seen.filter((path) => path === syncPaths.leave).length).toBeGreaterThan(2);
  expect(hasLeft()).toBe(false);
  set.line.treat(() => pass);
  await drain();
});

test("one that is taken back into use goes on as ever", async () => {
  await fill();
  const device = await revoke();
  set.line.treat(({ path }) => (path === syncPaths.courier ? { kind: "drop-request" } : pass));
  await set.send();
  expect(set.desk.sync.status()).toMatchObject({ trouble: "revoked" });
  await set.headOffice.db
    .updateTable("device")
    .set({ revoked_at: null })
    .where("id", "=", device)
    .execute();
  set.line.treat(() => pass);
  set.desk.sync.wake("manual");
  await set.desk.wakeUntil(() => set.desk.sync.status().waiting === 0);
  expect(set.desk.sync.status().trouble).toBeNull();
  expect(await set.readArrived()).toHaveLength(3);
  expect(hasLeft()).toBe(false);
});
