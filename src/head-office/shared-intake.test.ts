import fc from "fast-check";
import { sql } from "kysely";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  makeKey,
  openTestDevice,
  rehash,
  type TestDevice,
} from "../../test/support/device-client.ts";
import { openTestDatabase, testBranch } from "../../test/support/head-office.ts";
import { decision, withdrawal } from "../captures/marketing-consent/example-acts.ts";
import type { Envelope } from "../contract/envelope.ts";
import { openIntake } from "./accept-capture.ts";
import type { OpenDatabase } from "./db/database.ts";

vi.setConfig({ testTimeout: 120_000 });

/** Pushes go into one of them together, and into the other one by one. */
let together: OpenDatabase;
let alone: OpenDatabase;
beforeAll(async () => {
  together = await openTestDatabase();
  alone = await openTestDatabase();
  for (const { db } of [together, alone]) {
    // A statement that fails, as by a fault of head office's own.
    await sql`
      CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'on purpose'; END $$`.execute(db);
    await sql`
      CREATE TRIGGER failing BEFORE INSERT ON capture
      FOR EACH ROW WHEN (NEW.staff = 'fails') EXECUTE FUNCTION fail()`.execute(db);
  }
});
afterAll(async () => {
  await together.close();
  await alone.close();
});

const makeDevice = (): TestDevice =>
  openTestDevice("", { device: uuidv7(), deviceNumber: 1, branch: testBranch }, makeKey());

type Push = { device: string; items: readonly unknown[] };
const kinds = [
  ...["good", "withdrawal", "future", "bad", "purged", "changed", "junk"],
  ...["place-taken", "id-taken", "id-of-refused", "again", "fails"],
] as const;
type Kind = (typeof kinds)[number];

/** A device of which two captures are at head office, one of them refused. */
function openChain() {
  const device = makeDevice();
  const copy = device.clone();
  const known = device.capture(decision);
  const refused = device.capture({ act: "decision" });
  const taken = copy.capture(withdrawal);
  return { device, known, refused, taken };
}
type Chain = ReturnType<typeof openChain>;

/** An item on which the verdict is the same whatever comes before it, but for being a duplicate. */
function take(kind: Kind, { device, known, taken }: Chain, neighbour: Chain): unknown {
  switch (kind) {
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
    case "changed":
      return { ...device.capture(decision), staff: "wichai" };
    case "junk":
      return { id: 7 };
    case "place-taken":
      return rehash(taken, { staff: "wichai" });
    case "id-taken":
      return device.capture(decision, { id: neighbour.known.id });
    case "id-of-refused":
      return device.capture(decision, { id: neighbour.refused.id });
    case "again":
      return known;
    case "fails":
      return device.capture(decision, { staff: "fails" });
  }
}

const nameItem = (item: unknown) => JSON.stringify(item);

/** What was said of each item, whichever of two equal pushes came first; null: its push failed. */
async function settle(pushes: readonly Push[], answers: readonly Promise<unknown[]>[]) {
  const said = new Map<string, string[]>();
  for (const [at, answer] of (await Promise.allSettled(answers)).entries()) {
    const { device, items } = pushes[at] as Push;
    for (const [place, item] of items.entries()) {
      const verdict = answer.status === "fulfilled" ? answer.value[place] : null;
      const name = `${device} ${nameItem(item)}`;
      said.set(name, [...(said.get(name) ?? []), JSON.stringify(verdict)].sort());
    }
  }
  return said;
}

async function readKept({ db }: OpenDatabase, devices: readonly string[]) {
  const read = async (table: "capture" | "refusal", columns: string) =>
    (
      await sql`
        SELECT device, sequence, id, hash, ${sql.raw(columns)} FROM ${sql.table(table)}
        WHERE device = ANY (${`{${devices.join()}}`}::uuid[]) ORDER BY 1, 2, 3, 4`.execute(db)
    ).rows;
  return {
    captures: await read("capture", "payload, salt"),
    refusals: await read("refusal", "verdict, reason, issues, sound"),
  };
}

test("pushes that share a transaction get the verdicts that they would get alone, also beside one that fails", async () => {
  const item = fc.record({ kind: fc.constantFrom(...kinds), neighbour: fc.nat({ max: 3 }) });
  const push = fc.record({
    device: fc.nat({ max: 3 }),
    items: fc.array(item, { minLength: 1, maxLength: 5 }),
    isTwice: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(push, { minLength: 1, maxLength: 10 }), async (drawn) => {
      const chains = [0, 1, 2, 3].map(openChain);
      const devices = chains.map(({ device }) => device.device);
      const begun = chains.map(({ device, known, refused }) => ({
        device: device.device,
        items: [known, refused],
      }));
      const borrowed = new Set<number>();
      const pushes = drawn.flatMap(({ device, items, isTwice }): Push[] => {
        const chain = chains[device] as Chain;
        const taken = items.map(({ kind, neighbour }) => {
          // Whoever is first has an id that was refused to its first bearer; so only one asks for it.
          const isOurs = neighbour === device;
          const isSpent = kind === "id-of-refused" && borrowed.has(neighbour);
          if ((kind === "id-of-refused" || kind === "id-taken") && (isOurs || isSpent)) {
            return take("good", chain, chain);
          }
          if (kind === "id-of-refused") borrowed.add(neighbour);
          return take(kind, chain, chains[neighbour] as Chain);
        });
        const made: Push = { device: chain.device.device, items: taken };
        return isTwice ? [made, made] : [made];
      });
      const now = () => new Date();
      const single = openIntake(alone.db, now);
      const shared = openIntake(together.db, now);
      for (const { device, items } of begun) {
        await single(device, items);
        await shared(device, items);
      }
      const one: Promise<unknown[]>[] = [];
      for (const { device, items } of pushes) {
        const answer = single(device, items);
        one.push(answer);
        await answer.catch(() => undefined);
      }
      const all = pushes.map(({ device, items }) => shared(device, items));
      expect(await settle(pushes, all)).toEqual(await settle(pushes, one));
      expect(await readKept(together, devices)).toEqual(await readKept(alone, devices));
    }),
    { numRuns: 40 },
  );
});

test("what is answered as accepted is there at that moment, also for one that shared", async () => {
  const intake = openIntake(together.db, () => new Date());
  const pushes = Array.from({ length: 12 }, () => {
    const device = makeDevice();
    return { device: device.device, item: device.capture(decision) as Envelope };
  });
  await Promise.all(
    pushes.map(async ({ device, item }) => {
      expect(await intake(device, [item])).toMatchObject([{ verdict: "accepted" }]);
      const { captures } = await readKept(together, [device]);
      expect(captures).toMatchObject([{ id: item.id, hash: item.hash }]);
    }),
  );
});
