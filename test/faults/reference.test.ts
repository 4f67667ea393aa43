import { sql } from "kysely";
import { expect, test } from "vitest";
import { exampleReference } from "../../src/captures/marketing-consent/example-reference.ts";
import { syncPaths } from "../../src/contract/sync.ts";
import { type Publication, publishChanges } from "../../src/head-office/change-log.ts";
import { pass, setUpDeskBehindLine, standIn } from "../support/desk-behind-line.ts";
import { inventDecision } from "../support/invented-people.ts";

const set = setUpDeskBehindLine();
const readSettings = () => set.desk.store.received.readReference()?.settings;

/** Publishes as a later head office might: topics and forms that this version does not know, too. */
async function publish(
  ...changes: { topic: string; key: string; value: unknown }[]
): Promise<void> {
  const publications = changes.map((change) => ({ ...change, audience: null }) as Publication);
  await publishChanges(set.headOffice.db, publications, new Date());
}

async function wake(reason: "manual" | "timer"): Promise<void> {
  set.desk.sync.wake(reason);
  await set.desk.untilIdle();
}

const change = (idleLockMinutes: unknown) => ({
  topic: "settings",
  key: "settings",
  value: { ...exampleReference.settings, idleLockMinutes },
});

test("the desk asks for changes every five minutes by itself, and not more often", async () => {
  const { desk, line } = set;
  await publish(change(7));
  const asked = () => line.log.filter((entry) => entry.path === syncPaths.pull).length;
  const before = asked();
  const start = desk.clock.now();
  while (desk.clock.now() - start < 270_000) {
    desk.clock.goToNextWake();
    await desk.untilIdle();
  }
  expect(asked()).toBe(before);
  desk.clock.goToNextWake();
  await desk.untilIdle();
  expect(asked()).toBe(before + 1);
  expect(readSettings()?.idleLockMinutes).toBe(7);
});

test("a desk that was away asks as soon as what waited has gone, not five minutes later", async () => {
  const { desk, line } = set;
  await line.cut();
  desk.save(inventDecision(1));
  await set.send();
  await publish(change(8));
  await line.mend();
  await desk.wakeUntil(() => desk.sync.status().waiting === 0, 10);
  await desk.untilIdle();
  expect(readSettings()?.idleLockMinutes).toBe(8);
});

test("a form that this version cannot read leaves the last readable value in force and holds up nothing", async () => {
  const { desk } = set;
  await publish(change(4));
  await wake("manual");
  await publish(
    change("three, please"),
    { topic: "weather", key: "bkk", value: { rain: true } },
    { topic: "channel", key: "fax", value: { id: "fax", pigeon: true } },
  );
  const cursor = desk.store.received.cursor();
  await wake("manual");
  expect(readSettings()?.idleLockMinutes).toBe(4);
  expect(desk.store.received.cursor()).toBeGreaterThan(cursor);
  expect(desk.reports).toEqual([{ event: "changes-unreadable", count: 2 }]);
  expect(desk.store.received.listUnread().map((item) => item.topic)).toEqual([
    "channel",
    "settings",
  ]);

  await publish(change(5), { topic: "channel", key: "fax", value: null });
  await wake("manual");
  expect(readSettings()?.idleLockMinutes).toBe(5);
  expect(desk.store.received.listUnread()).toEqual([]);
});

test("a page whose answer is cut is fetched again, whole", async () => {
  const { desk, line } = set;
  await publish(change(9));
  line.treat(() => ({ kind: "cut-answer" }));
  const cursor = desk.store.received.cursor();
  await wake("manual");
  expect(desk.store.received.cursor()).toBe(cursor);
  expect(desk.sync.status().trouble).toBe("cut-off");
  line.treat(() => pass);
  await desk.wakeUntil(() => readSettings()?.idleLockMinutes === 9, 5);
});

test("more changes than one page holds come page by page, and nothing is missing", async () => {
  const { desk } = set;
  const names = Array.from({ length: 1_100 }, (_, place) => `topic-${place}`);
  await publish(...names.map((key) => ({ topic: "later", key, value: { key } })));
  await wake("manual");
  const [newest] = await set.headOffice.db.selectFrom("change_counter").select("version").execute();
  expect(desk.store.received.cursor()).toBe(newest?.version);
});

test("a head office that was put back to an earlier state is followed", async () => {
  const { desk, headOffice } = set;
  await publish(change(6));
  await wake("manual");
  const before = desk.store.received.cursor();
  await sql`UPDATE change_counter SET version = version - 1`.execute(headOffice.db);
  await wake("manual");
  expect(desk.store.received.cursor()).toBe(before - 1);
  await sql`UPDATE change_counter SET version = version + 1`.execute(headOffice.db);
});

test("while head office fails, the desk keeps what it has", async () => {
  set.line.treat(() => standIn(500));
  const kept = readSettings();
  await wake("manual");
  expect(readSettings()).toEqual(kept);
  expect(set.desk.sync.status().trouble).toBe("server-error");
});
