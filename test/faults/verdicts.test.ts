import { expect, test } from "vitest";
import { withdrawal } from "../../src/captures/marketing-consent/example-acts.ts";
import {
  ours,
  pass,
  readItems,
  setUpDeskBehindLine,
  standIn,
} from "../support/desk-behind-line.ts";
import { inventDecision, inventSubject } from "../support/invented-people.ts";

const set = setUpDeskBehindLine();
const status = () => set.desk.sync.status();
const allSent = () => status().waiting === 0;
const arrivedIds = async () => (await set.readArrived()).map((row) => row.id);

function saveDecisions(count: number): string[] {
  return Array.from({ length: count }, (_, place) => set.desk.save(inventDecision(place + 1)));
}

test("a rejected item is parked with head office's reason while its neighbours go on", async () => {
  const { desk } = set;
  const before = desk.save(inventDecision(1));
  const broken = desk.save({ act: "broken" });
  const after = desk.save(inventDecision(2));
  await set.send();
  expect(status()).toMatchObject({ waiting: 0, parked: 1, trouble: null });
  expect(desk.store.outbox.list()).toMatchObject([
    { id: broken, state: "parked", reason: "payload-refused" },
  ]);
  expect(await arrivedIds()).toEqual([before, after]);
});

test("a withdrawal goes first", async () => {
  const { desk } = set;
  saveDecisions(30);
  const means = { how: "spoken", attestedBy: "somying" } as const;
  const taken = desk.save({ ...withdrawal, subject: inventSubject(5), means });
  desk.save(inventDecision(31));
  const order: string[] = [];
  set.treatPushes((request) => {
    order.push(...readItems(request).map((item) => item.id));
    return pass;
  });
  await set.send();
  expect(order[0]).toBe(taken);
  expect(order).toHaveLength(32);
  expect(await arrivedIds()).toHaveLength(32);
});

test("verdicts that name another item than the one in their place complete nothing", async () => {
  const { desk, line } = set;
  const ids = saveDecisions(2);
  set.treatPushes((request) => {
    const verdicts = readItems(request)
      .reverse()
      .map(({ id, contentHash }) => ({ id, contentHash, verdict: "accepted" }));
    return standIn(200, JSON.stringify({ verdicts, serverTime: "2026-11-22T03:00:00.000Z" }), ours);
  });
  await set.send();
  expect(status()).toMatchObject({ waiting: 2, trouble: "server-error" });
  expect(desk.reports).toEqual([{ event: "verdicts-unsettled", count: 2 }]);
  line.treat(() => pass);
  await desk.wakeUntil(allSent, 10);
  expect(await arrivedIds()).toEqual(ids);
});

test("a batch that is too large is halved until it passes", async () => {
  const sizes: number[] = [];
  set.treatPushes((request) => {
    sizes.push(readItems(request).length);
    return readItems(request).length > 8 ? standIn(413) : pass;
  });
  saveDecisions(40);
  await set.send();
  expect(status().waiting).toBe(0);
  expect(sizes.slice(0, 4)).toEqual([40, 20, 10, 5]);
  expect(await arrivedIds()).toHaveLength(40);
});

test("one item that is too large alone waits and says so; its neighbours arrive", async () => {
  const { desk, line } = set;
  const ids = saveDecisions(20);
  const large = ids[6];
  set.treatPushes((request) =>
    readItems(request).some((item) => item.id === large) ? standIn(413) : pass,
  );
  await set.send();
  expect(status()).toMatchObject({ waiting: 1, parked: 0, trouble: "too-large" });
  expect(desk.store.outbox.list()).toMatchObject([{ id: large, reason: "too-large" }]);

  line.treat(() => pass);
  await desk.wakeUntil(allSent, 10);
  expect(status().trouble).toBeNull();
  expect(await arrivedIds()).toEqual(ids);
});

test("a line that cuts long requests still carries everything, in shorter ones", async () => {
  const { desk } = set;
  set.treatPushes((request) => (readItems(request).length > 6 ? { kind: "drop-request" } : pass));
  const ids = saveDecisions(50);
  await set.send();
  expect(status().trouble).toBe("cut-off");
  await desk.wakeUntil(allSent, 60);
  expect(await arrivedIds()).toEqual(ids);
});

test("a long queue goes in full batches, and no item is in two requests", async () => {
  const sent: string[] = [];
  const sizes: number[] = [];
  set.treatPushes((request) => {
    const items = readItems(request);
    sizes.push(items.length);
    sent.push(...items.map((item) => item.id));
    return pass;
  });
  const ids = saveDecisions(1_200);
  await set.send();
  expect(status().waiting).toBe(0);
  expect(new Set(sent)).toEqual(new Set(ids));
  expect(sent).toHaveLength(1_200);
  expect(sizes.sort((one, other) => other - one)).toEqual([500, 500, 200]);
}, 60_000);
