import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { closing, seenRefund, voiding } from "../../src/captures/id-copy/example-acts.ts";
import type { Payload } from "../../src/captures/id-copy/payload.ts";
import { pieceLimit } from "../../src/contract/attachment.ts";
import { openIntake } from "../../src/head-office/accept-capture.ts";
import { publishChanges } from "../../src/head-office/change-log.ts";
import { type CopyKey, copyKeyFile, openCopyKey } from "../../src/head-office/copies/copy-key.ts";
import { takePiece } from "../../src/head-office/copies/take-piece.ts";
import type { OpenDatabase } from "../../src/head-office/db/database.ts";
import { submitCapture } from "../../src/main/capture/submit-capture.ts";
import { submitWithPicture } from "../../src/main/capture/submit-picture.ts";
import type { Store } from "../../src/main/store/open-store.ts";
import { deskDevice, deskTime, makeCaptureDeps, makeFolder, openDesk } from "./desk-store.ts";
import { openTestDatabase, readReference, testBranch } from "./head-office.ts";
import { inventCopiedRefund, refundStaff } from "./refunds.ts";

/** A desk's real store and head office's real database, with nothing but the test between them. */
export type CopiesAtHeadOffice = {
  db: OpenDatabase["db"];
  store: Store;
  storePath: string;
  storeKey: Buffer;
  /** The demo's, opened with its passphrase. */
  key: CopyKey;
  /** Takes a refund with this picture, not sent yet. The answer is its id. */
  take(picture: Buffer): Promise<string>;
  close(refund: string): void;
  takeBack(refund: string): void;
  sendCaptures(): Promise<void>;
  sendPictures(): Promise<string[]>;
  end(): Promise<void>;
};

export async function openCopiesAtHeadOffice(): Promise<CopiesAtHeadOffice> {
  const folder = makeFolder("copies");
  const storePath = join(folder.path, "desk.db");
  const { store, key: storeKey } = openDesk({ path: storePath });
  const { db, close } = await openTestDatabase();
  await publishChanges(db, await readReference(), new Date(deskTime));
  const enrolled = {
    branch: testBranch,
    name: "desk",
    public_key: "",
    enrolled_at: new Date(deskTime),
  };
  await db
    .insertInto("device")
    .values({ id: deskDevice, ...enrolled, last_seen_at: null, protocol: null, revoked_at: null })
    .execute();
  const deps = makeCaptureDeps(store);
  const now = new Date(deskTime);

  function save(payload: Payload, amends: string): void {
    const input = {
      request: randomUUID(),
      kind: "id-copy",
      payload,
      amends,
      notice: null,
    } as const;
    const saved = submitCapture(deps, refundStaff, input);
    if (!saved.ok) throw new Error(JSON.stringify(saved.failure));
  }

  return {
    db,
    store,
    storePath,
    storeKey,
    key: await readDemoKey(),
    async take(picture) {
      const saved = await submitWithPicture(deps, refundStaff, inventCopiedRefund(), picture);
      if (!saved.ok) throw new Error(JSON.stringify(saved.failure));
      return saved.value.id;
    },
    close: (refund) => save(closing, refund),
    takeBack: (refund) => save({ ...voiding, subject: seenRefund.subject.id }, refund),
    async sendCaptures() {
      const items = store.outbox.nextBatch(deskTime, 500, 10_000_000);
      const verdicts = await openIntake(db, () => now)(deskDevice, items);
      store.outbox.settle(
        items.flatMap(({ sequence }, index) => {
          const verdict = verdicts[index];
          return verdict ? [{ sequence, verdict }] : [];
        }),
      );
    },
    async sendPictures() {
      const states: string[] = [];
      for (;;) {
        const piece = store.attachments.nextPiece(deskTime, pieceLimit);
        if (piece === null) return states;
        const { sequence, tries: _, bytes, ...named } = piece;
        const body = { ...named, bytes: Buffer.from(bytes).toString("base64") };
        const word = await takePiece(db, deskDevice, body, now);
        states.push(word.state === "refused" ? word.reason : word.state);
        if (word.state === "more") store.attachments.noteSent(sequence, word.have);
        if (word.state === "whole") store.attachments.acknowledge(sequence, word.digest);
        const isOver = word.state === "refused" && word.reason === "destroyed";
        if (isOver) store.attachments.acknowledge(sequence, word.digest);
        else if (word.state === "refused") store.attachments.park(sequence, word.reason);
      }
    },
    async end() {
      store.close();
      folder.remove();
      await close();
    },
  };
}

/** The demo's private key, whose passphrase is `demo passphrase only`. */
export const demoKeyFile = fileURLToPath(
  new URL("../../resources/demo/copy-key.json", import.meta.url),
);

export async function readDemoKey(): Promise<CopyKey> {
  const key = await openCopyKey(
    copyKeyFile.parse(JSON.parse(await readFile(demoKeyFile, "utf8"))),
    "demo passphrase only",
  );
  if (!key) throw new Error("the demo's key does not open");
  return key;
}
