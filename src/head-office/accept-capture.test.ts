import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { enrolTestDevice, rehash, type TestDevice } from "../../test/support/device-client.ts";
import { startTestHeadOffice, testBranch } from "../../test/support/head-office.ts";
import { captureDefinitions } from "../captures/index.ts";
import { decision, withdrawal } from "../captures/marketing-consent/example-acts.ts";
import type { Envelope } from "../contract/envelope.ts";
import { openIntake } from "./accept-capture.ts";
import { readDeviceChain } from "./device-chain.ts";
import type { HeadOffice } from "./server.ts";

const marketingConsent = captureDefinitions["marketing-consent"];

vi.setConfig({ testTimeout: 60_000 });

let headOffice: HeadOffice;
beforeAll(async () => {
  headOffice = await startTestHeadOffice();
});
afterAll(() => headOffice.close());

const enrol = async () =>
  enrolTestDevice(headOffice.address, await headOffice.issueEnrolmentCode(testBranch));
const accept = (device: TestDevice, items: readonly unknown[]) =>
  openIntake(headOffice.db, () => new Date())(device.device, items);
const readHashes = async (device: TestDevice) => {
  const rows = await headOffice.db
    .selectFrom("capture")
    .select(["sequence", "hash", "payload"])
    .where("device", "=", device.device)
    .orderBy("sequence")
    .execute();
  return rows;
};

/** What a desk takes: good, from the future, or broken by a bug of its own. */
const content = fc.constantFrom("good", "good", "withdrawal", "future", "bad", "purged");
type Content = "good" | "withdrawal" | "future" | "bad" | "purged";

function take(device: TestDevice, what: Content): Envelope {
  switch (what) {
    case "good":
      return device.capture(decision);
    case "withdrawal":
      return device.capture(withdrawal);
    case "future":
      return device.capture({ any: "thing" }, { kind: "from-the-future" });
    case "bad":
      return device.capture({ act: "decision" });
    case "purged":
      return { ...device.capture(decision), payload: null, salt: null };
  }
}

const isGood = (what: Content) => what !== "bad" && what !== "purged";

test("whatever the order and however often, the same is stored, and each capture has one fate", async () => {
  const story = fc.array(content, { minLength: 1, maxLength: 12 }).chain((contents) =>
    fc.record({
      contents: fc.constant(contents),
      // Pushes of any items in any order, some more than once, some at the same time.
      pushes: fc.array(fc.array(fc.nat({ max: contents.length - 1 }), { maxLength: 15 }), {
        maxLength: 6,
      }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(story, async ({ contents, pushes }) => {
      const device = await enrol();
      const items = contents.map((what) => take(device, what as Content));
      const everything = items.map((_, at) => at);
      const all = [...pushes.filter((push) => push.length > 0), everything];
      const fates = new Map<number, string[]>();
      const answers = await Promise.all(
        all.map((push) =>
          accept(
            device,
            push.map((at) => items[at]),
          ),
        ),
      );
      for (const [at, push] of all.entries()) {
        for (const [place, item] of push.entries()) {
          const said = answers[at]?.[place];
          expect(said).toMatchObject({
            id: items[item]?.id,
            contentHash: items[item]?.contentHash,
          });
          fates.set(item, [...(fates.get(item) ?? []), said?.verdict ?? "none"]);
        }
      }
      for (const [item, said] of fates) {
        if (!isGood(contents[item] as Content))
          expect(new Set(said)).toEqual(new Set(["rejected"]));
        else {
          expect(said.filter((verdict) => verdict === "accepted")).toHaveLength(1);
          expect(said.filter((verdict) => verdict !== "accepted")).toEqual(
            Array(said.length - 1).fill("duplicate"),
          );
        }
      }
      expect(await readHashes(device)).toEqual(
        items
          .filter((_, at) => isGood(contents[at] as Content))
          .map(({ sequence, hash, payload }) => ({ sequence, hash, payload })),
      );
      const whole = { highest: items.length, gaps: [], broken: [], conflicts: 0 };
      expect(await readDeviceChain(headOffice.db, device.device)).toMatchObject(whole);
    }),
    { numRuns: 40 },
  );
});

test("of two that claim one place, whichever comes first has it for good, and each is told the same each time", async () => {
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
  await fc.assert(
    fc.asyncProperty(order, fc.nat({ max: 5 }), async (one, cut) => {
      const device = await enrol();
      const start = device.capture(decision);
      const copy = device.clone();
      const mine = [start, device.capture(decision), device.capture(decision)];
      const theirs = [copy.capture(withdrawal), copy.capture(withdrawal)];
      const foreign = rehash(copy.capture(decision), { previousHash: "f".repeat(64) });
      const items = [...mine, ...theirs, foreign];
      const sent = one.map((at) => items[at] as Envelope);
      const first = [
        ...(await accept(device, sent.slice(0, cut))),
        ...(await accept(device, sent.slice(cut))),
      ];
      const stored = await readHashes(device);
      const again = await accept(device, sent);
      for (const [at, said] of first.entries()) {
        const before = said.verdict === "accepted" ? { verdict: "duplicate" } : said;
        expect(again[at]).toMatchObject(before);
      }
      expect(await readHashes(device)).toEqual(stored);
      expect(await readDeviceChain(headOffice.db, device.device)).toMatchObject({ broken: [] });
      expect(new Set(stored.map(({ sequence }) => sequence)).size).toBe(stored.length);
    }),
    { numRuns: 40 },
  );
});

test("what an older head office could not read is taken once this one can, and its refusal is forgotten", async () => {
  const device = await enrol();
  const items = [
    device.capture({ whole: decision }),
    device.capture(decision),
    device.capture({ act: "decision" }),
  ];
  const send = async () => (await accept(device, items)).map(({ verdict }) => verdict);
  const readRefusals = () =>
    headOffice.db
      .selectFrom("refusal")
      .select("id")
      .where("device", "=", device.device)
      .orderBy("sequence")
      .execute();
  expect(await send()).toEqual(["rejected", "accepted", "rejected"]);
  expect(await readRefusals()).toEqual([{ id: items[0]?.id }, { id: items[2]?.id }]);

  vi.spyOn(marketingConsent, "version", "get").mockReturnValue(2);
  vi.spyOn(marketingConsent, "upcasts", "get").mockReturnValue({
    1: (old) => (old as { whole?: unknown }).whole ?? old,
  });
  expect(await send()).toEqual(["accepted", "duplicate", "rejected"]);
  expect(await readRefusals()).toEqual([{ id: items[2]?.id }]);
  expect((await readHashes(device)).map(({ hash }) => hash)).toEqual([
    items[0]?.hash,
    items[1]?.hash,
  ]);
});

test("pushes of one device at the same time see each other's neighbours", async () => {
  for (let round = 0; round < 20; round += 1) {
    const device = await enrol();
    const copy = device.clone();
    const [one, two] = [device.capture(decision), device.capture(decision)];
    copy.capture(withdrawal);
    const foreign = copy.capture(withdrawal);
    const verdicts = await Promise.all(
      [one, foreign, two].map(async (item) => accept(device, [item])),
    );
    // Either the foreign one came before its place was taken, and nothing fits it, or it did not.
    const accepted = verdicts.flat().filter(({ verdict }) => verdict === "accepted");
    expect([1, 2]).toContain(accepted.length);
    expect(await readDeviceChain(headOffice.db, device.device)).toMatchObject({ broken: [] });
  }
});
