import { createHash, randomBytes } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { type PieceRequest, pieceLimit } from "../../src/contract/attachment.ts";
import { syncPaths } from "../../src/contract/sync.ts";
import { submitWithPicture } from "../../src/main/capture/submit-picture.ts";
import { createSync } from "../../src/main/sync/sync.ts";
import { pass, setUpDeskBehindLine, standIn } from "../support/desk-behind-line.ts";
import { makeCaptureDeps } from "../support/desk-store.ts";
import type { Fault, PassingRequest } from "../support/faulty-line.ts";
import { inventDecision, scramble } from "../support/invented-people.ts";
import { drawJpeg } from "../support/plain-jpeg.ts";
import { inventCopiedRefund, refundStaff } from "../support/refunds.ts";
import { openKeyProtection } from "../support/synced-desk.ts";

const set = setUpDeskBehindLine();
const allSent = () => set.desk.sync.status().waiting === 0;

/** Takes a refund with a copy of four pieces or so. */
async function saveCopy(number: number): Promise<{ id: string; digest: string; size: number }> {
  const { store, clock } = set.desk;
  const deps = makeCaptureDeps(store, clock.now);
  const picture = drawJpeg(number, 480, 480);
  const saved = await submitWithPicture(deps, refundStaff, inventCopiedRefund(), picture);
  if (!saved.ok) throw new Error(JSON.stringify(saved.failure));
  const { id } = saved.value;
  const payload = JSON.parse(store.captures.readById(id)?.envelope.payload ?? "");
  const { digest, size } = payload.evidence.attachment;
  expect(size).toBeGreaterThan(2 * pieceLimit);
  return { id, digest, size };
}

function readPiece({ body }: PassingRequest): PieceRequest {
  return JSON.parse(gunzipSync(body).toString());
}

/** Treats pieces only: captures and pulls go through. */
function treatPieces(choose: (piece: PieceRequest, request: PassingRequest) => Fault): void {
  set.line.treat((request) =>
    request.path === syncPaths.piece ? choose(readPiece(request), request) : pass,
  );
}

async function expectArrived(copies: readonly { id: string; digest: string }[]): Promise<void> {
  for (const { id, digest } of copies) {
    const row = await set.headOffice.db
      .selectFrom("attachment")
      .select(["sealed", "whole_at"])
      .where("capture", "=", id)
      .executeTakeFirstOrThrow();
    expect(
      createHash("sha256")
        .update(row.sealed ?? "")
        .digest("hex"),
    ).toBe(digest);
    expect(row.whole_at).not.toBeNull();
    const kept = set.desk.store.captures.readById(id);
    expect(set.desk.store.attachments.locate(kept?.envelope.sequence ?? 0)).toBe("at-head-office");
  }
  const left = await set.headOffice.db
    .selectFrom("attachment_piece")
    .select("capture")
    .where(
      "capture",
      "in",
      copies.map(({ id }) => id),
    )
    .execute();
  expect(left).toEqual([]);
}

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

test("sealed copies arrive whole over a line that drops, cuts and duplicates, and leave the PC only then", async () => {
  const copies = [await saveCopy(1), await saveCopy(2), await saveCopy(3)];
  set.line.treat(({ number }) => drawFault(number));
  set.desk.sync.wake("saved");
  await set.desk.wakeUntil(allSent, 400);
  await expectArrived(copies);
  expect(new Set(set.line.log.map(({ fault }) => fault)).size).toBeGreaterThan(4);
});

test("goes on where it stood after the line was cut and the desk started again", async () => {
  const copy = await saveCopy(4);
  const offsets: number[] = [];
  treatPieces((piece) => {
    offsets.push(piece.offset);
    return offsets.length === 3 ? { kind: "drop-answer" } : pass;
  });
  await set.send();
  expect(set.desk.store.attachments.nextPiece(Number.MAX_SAFE_INTEGER, 1)?.offset).toBe(
    2 * pieceLimit,
  );
  expect(set.desk.sync.status()).toMatchObject({ waiting: 1, trouble: "cut-off" });

  // What a start brings: nothing but the store.
  await set.desk.sync.stop();
  const { clock, store } = set.desk;
  const again = createSync({
    store,
    keyProtection: openKeyProtection,
    appVersion: "0.1.0",
    deviceName: "test desk",
    fetch,
    now: clock.now,
    random: randomBytes,
    schedule: clock.schedule,
    onChanged: () => undefined,
    onLeft: () => undefined,
    report: () => undefined,
    reportBug: (error) => {
      throw error;
    },
  });
  clock.pass(600_000);
  again.wake("manual");
  await set.desk.untilIdle();
  await again.stop();
  // Head office had the third piece: the desk asked from where it knew, and was told better.
  expect(offsets.slice(3, 5)).toEqual([2 * pieceLimit, 3 * pieceLimit]);
  await expectArrived([copy]);
});

test("captures that are saved meanwhile go between the pieces", async () => {
  await saveCopy(5);
  let pieces = 0;
  treatPieces(() => {
    pieces += 1;
    if (pieces === 1) set.desk.save(inventDecision(1));
    return pass;
  });
  await set.send();
  const paths = set.line.log.map(({ path }) => path);
  const firstPiece = paths.indexOf(syncPaths.piece);
  expect(paths.slice(firstPiece, firstPiece + 3)).toEqual([
    syncPaths.piece,
    syncPaths.push,
    syncPaths.piece,
  ]);
  await set.desk.wakeUntil(allSent);
});

test("a line that carries no long requests carries smaller pieces", async () => {
  const copy = await saveCopy(6);
  treatPieces((piece) => (piece.bytes.length > 30_000 ? { kind: "drop-request" } : pass));
  set.desk.sync.wake("saved");
  await set.desk.wakeUntil(allSent, 400);
  await expectArrived([copy]);
});

test("bytes that were changed on this PC are not taken, and the copy is set aside and shown", async () => {
  const copy = await saveCopy(7);
  const forged = "A".repeat(1000);
  treatPieces(() => pass);
  const { attachments } = set.desk.store;
  const next = attachments.nextPiece.bind(attachments);
  attachments.nextPiece = (at, limit) => {
    const piece = next(at, limit);
    return (
      piece && { ...piece, bytes: Buffer.concat([Buffer.from(forged), piece.bytes.subarray(1000)]) }
    );
  };
  await set.send();
  expect(set.desk.sync.status()).toMatchObject({ waiting: 0, parked: 1 });
  expect(attachments.list()).toMatchObject([
    { id: copy.id, state: "parked", reason: "digest-mismatch" },
  ]);
  attachments.nextPiece = next;
  attachments.retry("all");
  set.desk.sync.wake("manual");
  await set.desk.wakeUntil(allSent);
  await expectArrived([copy]);
});

test("an answer about another picture completes nothing", async () => {
  const copy = await saveCopy(8);
  treatPieces((piece) =>
    standIn(
      200,
      JSON.stringify({
        capture: piece.capture,
        digest: "0".repeat(64),
        state: "whole",
        serverTime: new Date().toISOString(),
      }),
      { "yinyom-protocol": "1", "content-type": "application/json" },
    ),
  );
  await set.send();
  expect(set.desk.sync.status()).toMatchObject({ waiting: 1, trouble: "server-error" });
  set.line.treat(() => pass);
  await set.desk.wakeUntil(allSent);
  await expectArrived([copy]);
});
