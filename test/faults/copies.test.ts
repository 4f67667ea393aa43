import { createHash } from "node:crypto";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeCopyKey, openCopyKey } from "../../src/head-office/copies/copy-key.ts";
import { findCopyLogFault } from "../../src/head-office/copies/copy-log.ts";
import { destroyDueCopies } from "../../src/head-office/copies/destroy-copies.ts";
import { listCopies } from "../../src/head-office/copies/kept-copies.ts";
import { openCopy } from "../../src/head-office/copies/open-copy.ts";
import { openSealed } from "../../src/head-office/copies/open-sealed.ts";
import { takePiece } from "../../src/head-office/copies/take-piece.ts";
import { sweepHourly } from "../../src/head-office/events/sweep.ts";
import { openLog } from "../../src/head-office/log.ts";
import { openConnection } from "../../src/main/store/connection.ts";
import {
  type CopiesAtHeadOffice,
  openCopiesAtHeadOffice,
} from "../support/copies-at-head-office.ts";
import { deskTime } from "../support/desk-store.ts";
import { drawJpeg } from "../support/plain-jpeg.ts";

const dpo = { who: "nid", role: "dpo" };
const reason = "ลูกค้าร้องเรียนเรื่องยอดเงิน";
const now = new Date(deskTime);
const later = (days: number) => new Date(deskTime + days * 86_400_000);
let set: CopiesAtHeadOffice;
beforeEach(async () => {
  set = await openCopiesAtHeadOffice();
});
afterEach(() => set.end());

const open = (capture: string) => openCopy(set.db, set.key, { ...dpo, capture, reason }, now);
const readLog = () =>
  set.db
    .selectFrom("copy_log")
    .select(["action", "capture", "who", "reason"])
    .orderBy("entry")
    .execute();

async function bring(...pictures: Buffer[]): Promise<string[]> {
  const ids: string[] = [];
  for (const picture of pictures) ids.push(await set.take(picture));
  await set.sendCaptures();
  await set.sendPictures();
  return ids;
}

describe("opening a copy", () => {
  it("gives the picture as it was taken, and the log says who and why", async () => {
    const plain = drawJpeg(1);
    const [id = ""] = await bring(Buffer.from(plain));
    const opened = await open(id);
    expect(opened).toMatchObject({ ok: true, type: "image/jpeg" });
    expect(opened.ok && Buffer.from(opened.picture).equals(plain)).toBe(true);
    expect(await readLog()).toEqual([{ action: "open", capture: id, who: "nid", reason }]);
    expect(await findCopyLogFault(set.db)).toBeNull();
  });

  it("asks for a role, a reason, the right key and a copy that has come", async () => {
    const [id = ""] = await bring(drawJpeg(1));
    const asked = { ...dpo, capture: id, reason };
    const tell = (change: object, key = set.key) =>
      openCopy(set.db, key, { ...asked, ...change }, now);
    expect(await tell({ role: "clerk" })).toEqual({ ok: false, fault: "not-your-role" });
    expect(await tell({ reason: " ok " })).toEqual({ ok: false, fault: "reason-needed" });
    expect(await tell({}, { ...set.key, id: "k-1999" })).toEqual({ ok: false, fault: "other-key" });
    const waiting = await set.take(drawJpeg(2));
    await set.sendCaptures();
    expect(await tell({ capture: waiting })).toEqual({ ok: false, fault: "no-copy" });
    expect(await readLog()).toEqual([]);
  });
});

describe("a sealed copy that was tampered with at head office", () => {
  const sealedOf = async (id: string) =>
    set.db
      .selectFrom("attachment")
      .select(["sealed", "digest"])
      .where("capture", "=", id)
      .executeTakeFirstOrThrow();
  const put = (id: string, sealed: Buffer) =>
    set.db.updateTable("attachment").set({ sealed }).where("capture", "=", id).execute();
  /** What whoever may write the whole database could do: payload and digest say what they like. */
  async function claim(id: string, sealed: Buffer): Promise<void> {
    const row = await set.db
      .selectFrom("capture")
      .select("payload")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const payload = JSON.parse(row.payload ?? "");
    payload.evidence.attachment.digest = createHash("sha256").update(sealed).digest("hex");
    await set.db
      .updateTable("capture")
      .set({ payload: JSON.stringify(payload) })
      .where("id", "=", id)
      .execute();
    await put(id, sealed);
  }

  it("is noticed when a byte changed", async () => {
    const [id = ""] = await bring(drawJpeg(1));
    const { sealed } = await sealedOf(id);
    const changed = Buffer.from(sealed ?? []);
    changed[200] = (changed[200] ?? 0) ^ 1;
    await put(id, changed);
    expect(await open(id)).toEqual({ ok: false, fault: "not-authentic" });
    await claim(id, changed);
    expect(await open(id)).toEqual({ ok: false, fault: "not-authentic" });
    expect((await readLog()).map(({ action }) => action)).toEqual(["open-failed", "open-failed"]);
  });

  it("is noticed when two were swapped, or one was given to another capture", async () => {
    const [one = "", other = ""] = await bring(drawJpeg(1), drawJpeg(2));
    const [first, second] = [await sealedOf(one), await sealedOf(other)];
    await put(one, Buffer.from(second.sealed ?? []));
    await put(other, Buffer.from(first.sealed ?? []));
    expect(await open(one)).toEqual({ ok: false, fault: "not-authentic" });
    await claim(one, Buffer.from(second.sealed ?? []));
    expect(await open(one)).toEqual({ ok: false, fault: "not-authentic" });
    await put(other, Buffer.from(second.sealed ?? []));
    expect((await open(other)).ok).toBe(true);
  });

  it("is not taken for a capture that speaks of another picture", async () => {
    const id = await set.take(drawJpeg(1));
    await set.sendCaptures();
    const piece = set.store.attachments.nextPiece(deskTime, 1_000_000);
    if (!piece) throw new Error("nothing to send");
    const other = await set.take(drawJpeg(2));
    await set.sendCaptures();
    const { sequence: _, tries: __, bytes, ...named } = piece;
    const body = { ...named, bytes: Buffer.from(bytes).toString("base64") };
    const device = set.store.device.readEnrolment()?.device ?? "";
    expect(await takePiece(set.db, device, { ...body, capture: other }, now)).toMatchObject({
      state: "refused",
      reason: "not-its-picture",
    });
    const stranger = "019a0000-0000-7000-8000-0000000000d9";
    expect(await takePiece(set.db, stranger, body, now)).toMatchObject({ reason: "no-capture" });
    expect(await takePiece(set.db, device, body, now)).toMatchObject({
      state: "whole",
      capture: id,
    });
  });
});

it("a thief with the store, its key and a key of their own opens no copy", async () => {
  const plain = drawJpeg(1);
  const id = await set.take(Buffer.from(plain));
  set.store.close();
  const connection = openConnection({
    path: set.storePath,
    key: set.storeKey,
    allowPlaintext: false,
  });
  const row = connection
    .prepare<[], { sealed: Buffer; sequence: number }>("SELECT sealed, sequence FROM attachment")
    .get();
  // All of the store in the clear, as the thief has it.
  const tables = connection
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
    .all()
    .filter(({ name }) => !name.startsWith("name_index"));
  const everything = Buffer.concat(
    tables.flatMap(({ name }) =>
      connection
        .prepare<[], Record<string, unknown>>(`SELECT * FROM ${name}`)
        .all()
        .flatMap((line) =>
          Object.values(line).map((value) =>
            Buffer.isBuffer(value) ? value : Buffer.from(String(value)),
          ),
        ),
    ),
  );
  connection.close();
  for (let at = 0; at + 16 <= plain.length; at += 512) {
    expect(everything.includes(plain.subarray(at, at + 16))).toBe(false);
  }
  const secret = set.key.privateKey.export({ format: "jwk" }).d ?? "";
  expect(everything.includes(secret)).toBe(false);
  expect(everything.includes(Buffer.from(secret, "base64url"))).toBe(false);

  const own = await openCopyKey(
    await makeCopyKey(set.key.id, "the thief's own passphrase"),
    "the thief's own passphrase",
  );
  if (!own || !row) throw new Error("no key or no copy");
  const place = {
    capture: id,
    device: "019a0000-0000-7000-8000-0000000000d1",
    sequence: row.sequence,
    purpose: "refund-id-copy",
  } as const;
  expect(await openSealed(own, place, row.sealed)).toBeNull();
  const opened = await openSealed(set.key, place, row.sealed);
  expect(Buffer.from(opened ?? []).equals(plain)).toBe(true);
  // For the hook, which closes it again.
  set.store = { ...set.store, close: () => undefined };
});

describe("destroying copies", () => {
  it("waits for the refund's closing and head office's days, then destroys and says so", async () => {
    const [id = "", other = ""] = await bring(drawJpeg(1), drawJpeg(2));
    expect(await listCopies(set.db, later(400))).toMatchObject([
      { capture: id, why: "refund-open", dueOn: null, reason: { en: "Faulty goods" } },
      { capture: other, why: "refund-open" },
    ]);
    set.close(id);
    await set.sendCaptures();
    // Closed on 24 November; 30 days are kept.
    const eve = new Date("2026-12-23T16:59:59.000Z");
    const day = new Date("2026-12-23T17:00:00.000Z");
    expect(await listCopies(set.db, eve)).toMatchObject([
      { why: "days-left", closedOn: "2026-11-24", dueOn: "2026-12-24" },
      {},
    ]);
    expect(await destroyDueCopies(set.db, { who: "system", role: "system" }, eve)).toEqual([]);
    expect(await destroyDueCopies(set.db, { who: "system", role: "system" }, day)).toEqual([id]);
    expect(await destroyDueCopies(set.db, { who: "system", role: "system" }, day)).toEqual([]);
    expect(await listCopies(set.db, day)).toMatchObject([
      { capture: id, why: "destroyed" },
      { capture: other, why: "refund-open" },
    ]);
    expect(await open(id)).toEqual({ ok: false, fault: "destroyed" });
    expect((await open(other)).ok).toBe(true);
    expect((await readLog()).map(({ action, capture }) => [action, capture])).toEqual([
      ["destroy", id],
      ["open", other],
    ]);
  });

  it("takes the copy of a refund that was taken back at once", async () => {
    const [id = ""] = await bring(drawJpeg(1));
    set.takeBack(id);
    await set.sendCaptures();
    expect(await destroyDueCopies(set.db, dpo, now)).toEqual([id]);
  });

  it("is head office's own work, at its start and every hour", async () => {
    const [id = ""] = await bring(drawJpeg(1));
    set.takeBack(id);
    await set.sendCaptures();
    await sweepHourly(set.db, () => now, openLog("silent"))();
    expect(await listCopies(set.db, now)).toMatchObject([{ capture: id, why: "destroyed" }]);
    expect((await readLog()).map(({ action, who }) => [action, who])).toEqual([
      ["destroy", "head-office"],
    ]);
  });

  it("does not take a copy any more whose day came before it did", async () => {
    const id = await set.take(drawJpeg(1));
    set.takeBack(id);
    await set.sendCaptures();
    expect(await destroyDueCopies(set.db, dpo, now)).toEqual([id]);
    expect(await set.sendPictures()).toEqual(["destroyed"]);
  });
});

it("the log of copies shows any entry that was changed or taken out", async () => {
  const [id = ""] = await bring(drawJpeg(1));
  for (let times = 0; times < 3; times += 1) await open(id);
  await sql`ALTER TABLE copy_log DISABLE TRIGGER copy_log_never_changed`.execute(set.db);
  await sql`UPDATE copy_log SET reason = 'nothing' WHERE entry = 2`.execute(set.db);
  expect(await findCopyLogFault(set.db)).toBe(2);
  await sql`DELETE FROM copy_log WHERE entry = 2`.execute(set.db);
  expect(await findCopyLogFault(set.db)).toBe(2);
});
