import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { formCopiedRefund } from "../../../test/support/copy-device.ts";
import {
  type BundleMeddling,
  makeBundle,
  pullOfficeKey,
  readWord,
} from "../../../test/support/courier-file.ts";
import {
  enrolTestDevice,
  makeKey,
  readRefusal,
  rehash,
  type TestDevice,
} from "../../../test/support/device-client.ts";
import { startTestHeadOffice, testBranch } from "../../../test/support/head-office.ts";
import { decision, withdrawal } from "../../captures/marketing-consent/example-acts.ts";
import { hashAuditEntry } from "../../contract/audit.ts";
import { chainStart } from "../../contract/chain.ts";
import {
  type AnswerClaims,
  answerClaims,
  type CourierBundle,
  courierRouteAnswer,
} from "../../contract/courier.ts";
import type { OfficeKey } from "../../contract/office-key.ts";
import { syncPaths } from "../../contract/sync.ts";
import { makeSealingPair } from "../copies/copy-key.ts";
import { revokeDevice } from "../enrolment.ts";
import type { HeadOffice } from "../server.ts";

let headOffice: HeadOffice;
let office: OfficeKey;
/** Has no line; the other brings what it made. */
let device: TestDevice;
let bearer: TestDevice;
const enrol = async () =>
  enrolTestDevice(headOffice.address, await headOffice.issueEnrolmentCode(testBranch));
beforeAll(async () => {
  headOffice = await startTestHeadOffice({ limits: { unpackedBytes: 4_000_000 } });
  bearer = await enrol();
  office = await pullOfficeKey(bearer);
});
beforeEach(async () => {
  device = await enrol();
});
afterAll(() => headOffice.close());

const push = (...items: unknown[]) => ({ path: syncPaths.push, body: { items } });
const seal = (requests: readonly unknown[], meddling?: BundleMeddling) =>
  makeBundle(device, office, requests, meddling);

async function bring(bundle: unknown, by = bearer) {
  const answer = await by.send(syncPaths.courier, bundle);
  if (answer.status !== 200) throw new Error(readRefusal(answer));
  return courierRouteAnswer.parse(answer.body);
}

/** What head office says of each request, after a look at its signature. */
async function bringWell(bundle: CourierBundle, by = bearer): Promise<AnswerClaims> {
  const told = await bring(bundle, by);
  if (told.state !== "taken") throw new Error(told.reason);
  const claims = answerClaims.parse(readWord(told.answer.word, office));
  const name = createHash("sha256").update(Buffer.from(bundle.sealed, "base64")).digest("hex");
  expect(told.answer).toMatchObject({ device: bundle.device, bundle: name });
  expect(claims).toMatchObject({ device: bundle.device, bundle: name });
  return claims;
}

const refusalOf = async (bundle: unknown, by = bearer) => {
  const told = await bring(bundle, by);
  return told.state === "refused" ? told.reason : told.state;
};

async function readTraces() {
  const { db } = headOffice;
  const of = { device: device.device };
  return {
    captures: await db.selectFrom("capture").selectAll().where("device", "=", of.device).execute(),
    refusals: await db.selectFrom("refusal").selectAll().where("device", "=", of.device).execute(),
    pictures: await db.selectFrom("attachment").selectAll().execute(),
    log: await db.selectFrom("audit_entry").selectAll().where("device", "=", of.device).execute(),
    arrivals: await db.selectFrom("courier_arrival").selectAll().execute(),
  };
}

const wordsOf = (answers: readonly unknown[]) =>
  (answers as ({ answer: { verdicts?: { verdict: string }[] } } | null)[]).map(
    (told) => told?.answer.verdicts?.map(({ verdict }) => verdict) ?? told,
  );

describe("a bundle that is well", () => {
  test("is taken as if its device had asked itself: captures, pictures and log", async () => {
    const { item, pieces } = await formCopiedRefund(device, 1, Buffer.alloc(100_000, 7));
    const entry = {
      sequence: 1,
      at: "2026-11-22T09:00:00.000Z",
      staff: "somying",
      action: "sign-in",
      subject: null,
      previousHash: chainStart,
    };
    const hash = hashAuditEntry(
      (text) => createHash("sha256").update(text).digest("hex"),
      device.device,
      entry as never,
    );
    const log = { entries: [{ ...entry, hash }], after: 0, end: { sequence: 1, hash } };
    const bundle = await seal([
      push(item),
      ...pieces.map((body) => ({ path: syncPaths.piece, body })),
      { path: syncPaths.audit, body: log },
    ]);
    const { answers } = await bringWell(bundle);
    expect(answers).toMatchObject([
      { path: "/v1/push", answer: { verdicts: [{ id: item.id, verdict: "accepted" }] } },
      { path: "/v1/piece", answer: { state: "more" } },
      { path: "/v1/piece", answer: { state: "whole" } },
      { path: "/v1/audit", answer: { have: 1 } },
    ]);
    const { captures, log: kept, arrivals } = await readTraces();
    expect(captures).toMatchObject([{ id: item.id, device: device.device }]);
    expect(kept).toHaveLength(1);
    const [arrival] = arrivals.filter((row) => row.device === device.device);
    expect(arrival).toMatchObject({
      via: bearer.device,
      brought_by: bearer.device,
      accepted: 1,
      had: 0,
      refused: 0,
      pieces: 2,
      log_entries: 1,
      unread: 0,
    });
  });

  test("changes nothing when it comes again, by whomever, and is all duplicates", async () => {
    const bundle = await seal([push(device.capture(decision), device.capture(withdrawal))]);
    expect(wordsOf((await bringWell(bundle)).answers)).toEqual([["accepted", "accepted"]]);
    const before = await readTraces();
    expect(wordsOf((await bringWell(bundle)).answers)).toEqual([["duplicate", "duplicate"]]);
    expect(await readTraces()).toEqual(before);
    // By its own maker, once it has a line: noted as another way, with nothing new in it.
    expect(wordsOf((await bringWell(bundle, device)).answers)).toEqual([
      ["duplicate", "duplicate"],
    ]);
    expect({ ...(await readTraces()), arrivals: null }).toEqual({ ...before, arrivals: null });
  });

  test("may come after a later one, and twice at once", async () => {
    const [first, second] = [device.capture(decision), device.capture(withdrawal)];
    const [one, other] = [await seal([push(first)]), await seal([push(second)])];
    expect(wordsOf((await bringWell(other)).answers)).toEqual([["accepted"]]);
    const both = await Promise.all([bringWell(one), bringWell(one, device)]);
    expect(
      both
        .flatMap(({ answers }) => wordsOf(answers))
        .flat()
        .sort(),
    ).toEqual(["accepted", "duplicate"]);
    expect((await readTraces()).captures).toHaveLength(2);
  });

  test("answers the device's own push with duplicates, and is answered so after it", async () => {
    const item = device.capture(decision);
    const bundle = await seal([push(item)]);
    await bringWell(bundle);
    expect(await device.push([item])).toMatchObject([{ verdict: "duplicate" }]);
  });

  test("gives null for what nobody can read, and a verdict for each item beside it", async () => {
    const [good, bad] = [device.capture(decision), { id: "?" }];
    const other = bearer.clone().capture(decision);
    const requests = [
      { path: "/v1/later", body: {} },
      push(),
      "nothing",
      push(bad, rehash(other, { device: bearer.device }), good),
      { path: syncPaths.piece, body: { capture: good.id } },
    ];
    const { answers } = await bringWell(await seal(requests));
    expect(wordsOf(answers)).toEqual([
      null,
      null,
      null,
      ["rejected", "rejected", "accepted"],
      null,
    ]);
    const [arrival] = (await readTraces()).arrivals.filter((row) => row.device === device.device);
    expect(arrival).toMatchObject({ accepted: 1, refused: 2, unread: 4 });
  });
});

describe("a bundle that is not what its device made for head office", () => {
  const expectRefused = async (bundle: unknown, reason: string) => {
    const before = await readTraces();
    expect(await refusalOf(bundle)).toBe(reason);
    expect(await readTraces()).toEqual(before);
  };
  const item = () => push(device.clone().capture(decision));

  test("signed by another, in another's name, or for other bytes is forged", async () => {
    await expectRefused(await seal([item()], { signer: makeKey().key }), "forged");
    await expectRefused(await seal([item()], { kid: bearer.device }), "forged");
    await expectRefused(await seal([item()], { claims: { bundle: "0".repeat(64) } }), "forged");
    await expectRefused(await seal([item()], { claims: { key: "office-other" } }), "forged");
    await expectRefused(
      await seal([item()], { claims: { form: "yinyom answer" as never } }),
      "forged",
    );
    // Head office's own word, or a request's signature, is no bundle's.
    await expectRefused({ ...(await seal([item()])), signature: "a.b.c" }, "forged");
  });

  test("passed off as another device's is forged, whoever brings it", async () => {
    const bundle = await seal([item()]);
    await expectRefused({ ...bundle, device: bearer.device }, "forged");
    await expectRefused(await seal([item()], { device: bearer.device }), "forged");
    await expectRefused({ ...bundle, key: "office-other" }, "forged");
    const stranger = "019a0000-0000-7000-8000-00000000beef";
    await expectRefused(await seal([item()], { device: stranger }), "unknown-device");
  });

  test("with any byte changed is forged", async () => {
    const bundle = await seal([item()]);
    const bytes = Buffer.from(bundle.sealed, "base64");
    for (const at of [0, 1, 64, 65, bytes.length >> 1, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expectRefused({ ...bundle, sealed: changed.toString("base64") }, "forged");
    }
    await expectRefused({ ...bundle, sealed: bytes.subarray(1).toString("base64") }, "forged");
  });

  test("sealed to a key that is not head office's, or for another place, does not open", async () => {
    const other = { ...office, id: "office-2019" };
    await expectRefused(await makeBundle(device, other, [item()]), "unknown-key");
    const { publicKey } = makeSealingPair();
    await expectRefused(await seal([item()], { sealTo: publicKey }), "unreadable");
    await expectRefused(await seal([item()], { sealedAs: bearer.device }), "unreadable");
  });

  test("that opens to a flood, or to nothing known, is unreadable", async () => {
    const flood = gzipSync(JSON.stringify({ version: 1, requests: ["0".repeat(6_000_000)] }));
    expect(flood.length).toBeLessThan(20_000);
    await expectRefused(await seal([], { packed: flood }), "unreadable");
    await expectRefused(await seal([], { packed: Buffer.from("not packed") }), "unreadable");
    await expectRefused(await seal([], { packed: gzipSync("not JSON") }), "unreadable");
    await expectRefused(await seal([]), "unreadable");
    const crowd = Array.from({ length: 5_001 }, () => 1);
    await expectRefused(await seal([push(...crowd)]), "unreadable");
    expect(readRefusal(await bearer.send(syncPaths.courier, { version: 1 }))).toBe("400 malformed");
  });
});

describe("what a device that was taken out of use made", () => {
  beforeEach(async () => {
    await device.push([device.capture(decision)]);
    await revokeDevice(headOffice.db, device.device, new Date());
  });

  test("is taken, whoever brings it", async () => {
    const [one, other] = [device.capture(decision), device.capture(withdrawal)];
    expect(wordsOf((await bringWell(await seal([push(one)]))).answers)).toEqual([["accepted"]]);
    const own = await seal([push(one, other)]);
    expect(wordsOf((await bringWell(own, device)).answers)).toEqual([["duplicate", "accepted"]]);
    expect((await readTraces()).captures).toHaveLength(3);
  });

  test("is all that it may bring", async () => {
    const another = await enrol();
    const bundle = await makeBundle(another, office, [push(another.capture(decision))]);
    const before = await readTraces();
    expect(await refusalOf(bundle, device)).toBe("not-its-own");
    expect(await readTraces()).toEqual(before);
    expect(await refusalOf(bundle)).toBe("taken");
  });
});
