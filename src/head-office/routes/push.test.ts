import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  enrolTestDevice,
  type Meddling,
  readRefusal,
  rehash,
  type TestDevice,
} from "../../../test/support/device-client.ts";
import { startTestHeadOffice, testBranch } from "../../../test/support/head-office.ts";
import { decision, withdrawal } from "../../captures/marketing-consent/example-acts.ts";
import type { Envelope } from "../../contract/envelope.ts";
import { pushLimit, syncPaths } from "../../contract/sync.ts";
import { readDeviceChain } from "../device-chain.ts";
import type { HeadOffice } from "../server.ts";

let headOffice: HeadOffice;
let device: TestDevice;
beforeAll(async () => {
  headOffice = await startTestHeadOffice({
    limits: { packedBytes: 1_000_000, unpackedBytes: 4_000_000 },
  });
});
beforeEach(async () => {
  device = await enrolTestDevice(
    headOffice.address,
    await headOffice.issueEnrolmentCode(testBranch),
  );
});
afterAll(() => headOffice.close());

const take = (count: number) => Array.from({ length: count }, () => device.capture(decision));
const words = async (items: readonly unknown[], from = device) =>
  (await from.push(items)).map((said) =>
    "reason" in said ? `${said.verdict} ${said.reason}` : said.verdict,
  );
const readStored = (owner = device.device) =>
  headOffice.db
    .selectFrom("capture")
    .selectAll()
    .where("device", "=", owner)
    .orderBy("sequence")
    .execute();
const readRefused = () =>
  headOffice.db.selectFrom("refusal").selectAll().where("device", "=", device.device).execute();

describe("what is well", () => {
  test("captures are stored as they came, byte for byte", async () => {
    const notice = { id: "marketing", version: 1, language: "th", hash: "0".repeat(64) } as const;
    const sent = [
      device.capture(decision, { notice, clockOffsetMs: -1500 }),
      device.capture(withdrawal),
    ];
    const verdicts = await device.push(sent);
    expect(verdicts).toEqual(
      sent.map(({ id, contentHash }) => ({ id, contentHash, verdict: "accepted" })),
    );
    const [first, second] = await readStored();
    expect(first).toMatchObject({
      id: sent[0]?.id,
      sequence: 1,
      payload: sent[0]?.payload,
      salt: sent[0]?.salt,
      hash: sent[0]?.hash,
      captured_at: sent[0]?.capturedAt,
      clock_offset_ms: -1500,
      notice_id: "marketing",
      notice_version: 1,
      notice_language: "th",
      notice_hash: notice.hash,
    });
    expect(second).toMatchObject({ sequence: 2, previous_hash: sent[0]?.hash, notice_id: null });
  });

  test("the same again is a duplicate, in the same push too, also once its payload is purged", async () => {
    const [one, two] = take(2) as [Envelope, Envelope];
    expect(await words([one, one, two])).toEqual(["accepted", "duplicate", "accepted"]);
    expect(await words([two, one])).toEqual(["duplicate", "duplicate"]);
    expect(await words([{ ...one, payload: null, salt: null }])).toEqual(["duplicate"]);
    expect(await readStored()).toHaveLength(2);
  });

  test("captures may come in any order", async () => {
    const items = take(6);
    expect(await words([4, 1, 5].map((at) => items[at]))).toEqual(Array(3).fill("accepted"));
    expect(await readDeviceChain(headOffice.db, device.device)).toMatchObject({
      accepted: 3,
      highest: 6,
      gaps: [
        { from: 1, to: 1 },
        { from: 3, to: 4 },
      ],
    });
    expect(await words([3, 0, 2].map((at) => items[at]))).toEqual(Array(3).fill("accepted"));
    expect(await readDeviceChain(headOffice.db, device.device)).toEqual({
      device: device.device,
      accepted: 6,
      refused: 0,
      highest: 6,
      gaps: [],
      broken: [],
      conflicts: 0,
    });
  });

  test("a kind or a version from the future is kept unread", async () => {
    const kind = device.capture({ anything: ["at", "all"] }, { kind: "photo-drone-consent" });
    const version = device.capture({ act: "unheard-of" }, { version: 99 });
    const builtIn = device.capture({}, { kind: "constructor" });
    expect(await words([kind, version, builtIn])).toEqual(Array(3).fill("accepted"));
    expect((await readStored()).map(({ payload }) => payload)).toEqual([
      kind.payload,
      version.payload,
      builtIn.payload,
    ]);
  });

  test("a body may come unpacked", async () => {
    expect(await device.push(take(1), { gzip: false })).toMatchObject([{ verdict: "accepted" }]);
  });
});

describe("what is not", () => {
  test("one bad item delays none of its neighbours", async () => {
    const items: unknown[] = take(50);
    const broken = items[20] as Envelope;
    items[20] = { ...broken, surprise: true };
    const said = await device.push(items);
    expect(said.filter(({ verdict }) => verdict === "accepted")).toHaveLength(49);
    expect(said[20]).toEqual({
      id: broken.id,
      contentHash: broken.contentHash,
      verdict: "rejected",
      reason: "malformed",
    });
  });

  test("what is no envelope gets a verdict all the same", async () => {
    const [good] = take(1);
    const junk = [null, 7, "x", [], {}, { id: "no", contentHash: 3 }, { id: good?.id }];
    const said = await device.push([...junk, good]);
    expect(said.slice(0, 6)).toEqual(
      Array(6).fill({ id: null, contentHash: null, verdict: "rejected", reason: "malformed" }),
    );
    expect(said[6]).toMatchObject({ id: good?.id, contentHash: null });
    expect(said[7]).toMatchObject({ verdict: "accepted" });
  });

  test("text that no database holds is malformed, and its neighbours are stored", async () => {
    const [one, two, three, four] = take(4) as [Envelope, Envelope, Envelope, Envelope];
    const bad = [
      rehash(one, { kind: "a\u0000b" }),
      rehash(two, { kind: "\ud800" }),
      { ...three, salt: `${"a".repeat(21)}\u0000` },
    ];
    expect(await words([...bad, four])).toEqual([
      ...Array(3).fill("rejected malformed"),
      "accepted",
    ]);
  });

  test("a changed payload or header does not match its hash", async () => {
    const [one, two, three] = take(3) as [Envelope, Envelope, Envelope];
    const said = await words([
      { ...one, payload: one.payload?.replace("purchase", "premises") ?? null },
      { ...two, staff: "wichai" },
      { ...three, salt: null },
    ]);
    expect(said).toEqual(Array(3).fill("rejected hash-mismatch"));
    expect(await readStored()).toEqual([]);
    expect((await readRefused()).map(({ sound }) => sound)).toEqual([false, false, false]);
    // The true ones are welcome afterwards.
    expect(await words([one, two, three])).toEqual(Array(3).fill("accepted"));
  });

  test("nobody sends for another device", async () => {
    const [one] = take(1);
    const code = await headOffice.issueEnrolmentCode(testBranch);
    const other = await enrolTestDevice(headOffice.address, code);
    expect(await words([one], other)).toEqual(["rejected wrong-device"]);
    expect(await readStored()).toEqual([]);
    expect(await words([one])).toEqual(["accepted"]);
  });

  test("a payload that breaks its kind is named field by field, and holds its place without being kept", async () => {
    const before = device.capture(decision);
    const bad = device.capture({ ...decision, collectionPoint: "the street" });
    const after = device.capture(decision);
    const said = await device.push([before, bad, after]);
    expect(said.map(({ verdict }) => verdict)).toEqual(["accepted", "rejected", "accepted"]);
    expect(said[1]).toMatchObject({
      reason: "payload-refused",
      issues: [{ path: ["collectionPoint"], code: "bad-form" }],
    });
    expect(await device.push([bad])).toEqual([said[1]]);
    expect(JSON.stringify(await readRefused())).not.toContain("the street");
    expect(await readRefused()).toMatchObject([{ id: bad.id, sound: true, hash: bad.hash }]);
    expect(await readDeviceChain(headOffice.db, device.device)).toMatchObject({
      accepted: 2,
      refused: 1,
      highest: 3,
      gaps: [],
      broken: [],
    });
  });

  test("a payload that is no JSON is refused, of whatever kind", async () => {
    const [one] = take(1) as [Envelope];
    const payload = "{not json";
    const contentHash = createHash("sha256").update(`${one.salt}\n${payload}`).digest("hex");
    const bad = rehash(one, { kind: "from-the-future", payload, contentHash });
    expect(await words([bad])).toEqual(["rejected payload-refused"]);
  });

  test("a payload that was purged before it came is missing, and the chain runs on through it", async () => {
    const [one, two, three] = take(3) as [Envelope, Envelope, Envelope];
    const purged = { ...two, payload: null, salt: null };
    expect(await words([three, purged, one])).toEqual([
      "accepted",
      "rejected payload-missing",
      "accepted",
    ]);
    // Should it turn up after all, it is welcome.
    expect(await words([two])).toEqual(["accepted"]);
    expect(await readRefused()).toEqual([]);
  });

  test("an id is used once", async () => {
    const [one] = take(1) as [Envelope];
    await device.push([one]);
    const other = device.capture(decision, { id: one.id });
    expect(await words([other])).toEqual(["conflict id-taken"]);
    expect((await readStored()).map(({ hash }) => hash)).toEqual([one.hash]);
  });

  test("another device's id is taken too", async () => {
    const [one] = take(1) as [Envelope];
    await device.push([one]);
    const code = await headOffice.issueEnrolmentCode(testBranch);
    const other = await enrolTestDevice(headOffice.address, code);
    const copy = other.capture(decision, { id: one.id });
    expect(await words([copy], other)).toEqual(["conflict id-taken"]);
  });

  test("a copied PC shows: its sequences are taken and its chain does not fit", async () => {
    await device.push(take(3));
    const copy = device.clone();
    const [mine, alsoMine] = take(2) as [Envelope, Envelope];
    const [theirs, alsoTheirs] = [copy.capture(decision), copy.capture(decision)];
    expect(await words([mine])).toEqual(["accepted"]);
    expect(await words([theirs, alsoTheirs], copy)).toEqual([
      "conflict sequence-taken",
      "conflict chain-broken",
    ]);
    expect(await words([alsoMine])).toEqual(["accepted"]);
    expect(await readDeviceChain(headOffice.db, device.device)).toMatchObject({
      accepted: 5,
      conflicts: 2,
      gaps: [],
      broken: [],
    });
    // Head office says the same each time.
    expect(await words([alsoTheirs, theirs], copy)).toEqual([
      "conflict chain-broken",
      "conflict sequence-taken",
    ]);
  });

  test("a chain that does not fit is broken from either side", async () => {
    const [one, two, three] = take(3) as [Envelope, Envelope, Envelope];
    const start = rehash(one, { previousHash: "1".repeat(64) });
    expect(await words([start])).toEqual(["conflict chain-broken"]);
    expect(await words([three])).toEqual(["accepted"]);
    const other = rehash(two, { staff: "wichai" });
    expect(await words([other])).toEqual(["conflict chain-broken"]);
    expect(await words([one, two])).toEqual(["accepted", "accepted"]);
  });
});

describe("what is too much", () => {
  const ask = async (items: unknown, meddling?: Meddling) =>
    readRefusal(await device.send(syncPaths.push, { items }, meddling));

  test("more items than the limit", async () => {
    const over = Array(pushLimit + 1).fill(0);
    expect(await ask(over)).toBe("413 too-many-items");
    expect(await device.push(Array(pushLimit).fill(0))).toHaveLength(pushLimit);
  });

  test("no items, or none that is a list", async () => {
    expect(await ask([])).toBe("400 malformed");
    expect(await ask("all")).toBe("400 malformed");
  });

  test("nothing is what a later version may tell besides: it is passed over", async () => {
    const { status, body } = await device.send(syncPaths.push, { items: [1], more: 1 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ verdicts: [{ verdict: "rejected", reason: "malformed" }] });
  });

  test("a small pack that unpacks to a flood is stopped while it is unpacked", async () => {
    const flood = "0".repeat(20_000_000);
    expect(gzipSync(flood).length).toBeLessThan(100_000);
    expect(await ask([flood])).toBe("413 too-many-items");
  });

  test("a body over its limit", async () => {
    expect(await ask(["0".repeat(1_100_000)], { gzip: false })).toBe("413 too-many-items");
  });

  test("what cannot be unpacked or is packed in another way", async () => {
    const said = { "content-encoding": "gzip" };
    expect(await ask([1], { gzip: false, headers: said })).toBe("400 malformed");
    expect(await ask([1], { gzip: false, headers: { "content-encoding": "br" } })).toBe(
      "415 malformed",
    );
  });
});
