import { expect, test } from "vitest";
import { ours, pass, setUpDeskBehindLine, standIn } from "../support/desk-behind-line.ts";
import { inventDecision } from "../support/invented-people.ts";

const set = setUpDeskBehindLine();
const status = () => set.desk.sync.status();
const allSent = () => status().waiting === 0;
const page = "<html>Welcome to the mall's Wi-Fi. Please sign in.</html>";

test.each([
  [
    "a captive portal's page",
    standIn(200, page, { "content-type": "text/html" }),
    "captive-portal",
  ],
  [
    "a captive portal's redirect",
    standIn(302, "", { location: "http://127.0.0.1:9/" }),
    "captive-portal",
  ],
  ["a 413", standIn(413, "<html>too large</html>"), "too-large"],
  ["a 429", standIn(429, "", { "retry-after": "90" }), "too-many-requests"],
  ["a 500", standIn(500), "server-error"],
  ["a 503 with a wait", standIn(503, "", { "retry-after": "90" }), "server-error"],
  ["a head office that wants a newer desk", standIn(426, "{}", ours), "update-needed"],
  ["an answer that is no answer", standIn(200, '{"verdicts":', ours), "server-error"],
  ["an answer of another version", standIn(200, '{"words":[]}', ours), "update-needed"],
  ["a cut before head office heard it", { kind: "drop-request" }, "cut-off"],
  ["a cut after head office heard it", { kind: "drop-answer" }, "cut-off"],
  ["a cut in mid-answer", { kind: "cut-answer" }, "cut-off"],
] as const)(
  "%s: the item waits, the status says why, and it arrives later",
  async (_name, fault, reason) => {
    const { desk, line } = set;
    set.treatPushes(() => fault);
    const id = desk.save(inventDecision(1));
    await set.send();
    expect(status()).toMatchObject({ waiting: 1, parked: 0, trouble: reason, sending: false });
    expect(desk.store.outbox.list()).toMatchObject([{ id, state: "waiting", reason, tries: 1 }]);

    line.treat(() => pass);
    await desk.wakeUntil(allSent, 10);
    expect(status()).toMatchObject({ waiting: 0, parked: 0, trouble: null });
    expect((await set.readArrived()).map((row) => row.id)).toEqual([id]);
  },
);

test("with no line at all captures wait; when it is back, one wake brings all of them", async () => {
  const { desk, line } = set;
  await line.cut();
  const ids = [desk.save(inventDecision(1)), desk.save(inventDecision(2))];
  await set.send();
  expect(status()).toMatchObject({ waiting: 2, trouble: "no-line" });

  await line.mend();
  desk.clock.pass(1_000);
  desk.sync.wake("online");
  await desk.untilIdle();
  expect(status()).toMatchObject({ waiting: 0, trouble: null });
  expect((await set.readArrived()).map((row) => row.id)).toEqual(ids);
});

test("with nothing to send, the timer finds out that the line is back", async () => {
  const { desk, line } = set;
  await line.cut();
  desk.clock.pass(1_000);
  desk.sync.wake("manual");
  await desk.untilIdle();
  expect(status()).toMatchObject({ waiting: 0, trouble: "no-line" });
  await line.mend();
  await desk.wakeUntil(() => status().trouble === null, 10);
});

test("a save during a backoff goes at once, and what waited goes with it when the line is back", async () => {
  const { desk, line } = set;
  set.treatPushes(() => standIn(500));
  desk.save(inventDecision(1));
  await set.send();
  const waitsFor = () => {
    const [item] = desk.store.outbox.list();
    return Date.parse(item?.nextTryAt ?? "") - desk.clock.now();
  };
  await desk.wakeUntil(() => waitsFor() > 5_000, 100);
  line.treat(() => pass);
  desk.clock.pass(1_000);
  desk.save(inventDecision(2));
  await set.send();
  expect(status().waiting).toBe(0);
});

test("while head office asks for a pause, neither saves nor people break it", async () => {
  const { desk, line } = set;
  set.treatPushes(() => standIn(429, "", { "retry-after": "90" }));
  desk.save(inventDecision(1));
  await set.send();
  const asked = line.log.length;
  desk.clock.pass(89_000);
  desk.sync.wake("saved");
  desk.sync.wake("manual");
  await desk.untilIdle();
  expect(line.log.length).toBe(asked);
  line.treat(() => pass);
  desk.clock.goToNextWake();
  await desk.untilIdle();
  expect(status().waiting).toBe(0);
});

test("a hundred saves in a row on a bad line are a handful of requests", async () => {
  const { desk, line } = set;
  set.treatPushes(() => standIn(500));
  const before = line.log.length;
  for (let number = 1; number <= 100; number += 1) {
    desk.save(inventDecision(number));
    desk.sync.wake("saved");
  }
  await desk.untilIdle();
  expect(line.log.length - before).toBeLessThanOrEqual(2);
});

test("a clock that is an hour wrong is put right, and later captures say by how much", async () => {
  const { desk } = set;
  set.skewMs = 3_600_000;
  desk.save(inventDecision(1));
  await set.send();
  expect(status()).toMatchObject({ waiting: 0, trouble: null });
  expect(desk.store.device.readClockOffset()).toBe(3_600_000);
  const later = desk.save(inventDecision(2));
  expect(desk.store.captures.readById(later)?.envelope.clockOffsetMs).toBe(3_600_000);
});

test("a desk that closes while a push is in the air counts no try and loses nothing", async () => {
  const { desk, line } = set;
  set.treatPushes(() => ({ kind: "delay", ms: 50 }));
  desk.save(inventDecision(1));
  desk.sync.wake("saved");
  while (!line.log.some((entry) => entry.fault === "delay")) await desk.turn();
  await desk.sync.stop();
  expect(desk.store.outbox.list()).toMatchObject([{ state: "waiting", tries: 0 }]);
});
