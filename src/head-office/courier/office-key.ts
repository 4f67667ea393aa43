import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { type Selectable, sql } from "kysely";
import { publishWithin } from "../change-log.ts";
import { type CopyKey, makeSealingPair } from "../copies/copy-key.ts";
import type { Db } from "../db/database.ts";
import type { OfficeKeyTable } from "../db/tables.ts";

/** A key of head office's own, ready for use. */
export type OpenOfficeKey = {
  id: string;
  /** Opens what is sealed to it. */
  opens: CopyKey;
  /** Ed25519. */
  signs: KeyObject;
};

/** Makes head office's own key if there is none, and publishes the newest if it is not. Changes nothing else. */
export async function keepOfficeKey(db: Db, now: Date): Promise<void> {
  await db.transaction().execute(async (work) => {
    // Head offices that start at once on one database must find one key.
    await sql`SELECT pg_advisory_xact_lock(hashtextextended('office_key', 0))`.execute(work);
    const key = (await readRow(work)) ?? (await makeKey(work, now));
    const value = { id: key.id, sealTo: key.seal_to, signedBy: key.signed_by };
    const place = { topic: "office-key", key: "office-key", audience: null } as const;
    await publishWithin(work, [{ ...place, value }], now);
  });
}

/** A key by its id, or the newest; null: there is none. */
export async function readOfficeKey(db: Db, id?: string): Promise<OpenOfficeKey | null> {
  const row = await readRow(db, id);
  if (!row) return null;
  const privateKey = readPrivate(row.opens_with);
  return {
    id: row.id,
    opens: { id: row.id, publicKey: row.seal_to, privateKey },
    signs: readPrivate(row.signs_with),
  };
}

type Row = Selectable<OfficeKeyTable>;

function readRow(db: Db, id?: string): Promise<Row | undefined> {
  return db
    .selectFrom("office_key")
    .selectAll()
    .$if(id !== undefined, (query) => query.where("id", "=", id ?? ""))
    .orderBy("made_at", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
}

function makeKey(work: Db, now: Date): Promise<Row> {
  const sealing = makeSealingPair();
  const signing = generateKeyPairSync("ed25519");
  return work
    .insertInto("office_key")
    .values({
      id: `office-${randomBytes(8).toString("hex")}`,
      seal_to: sealing.publicKey,
      signed_by: String(signing.publicKey.export({ format: "jwk" }).x),
      opens_with: writePrivate(sealing.privateKey),
      signs_with: writePrivate(signing.privateKey),
      made_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

const writePrivate = (key: KeyObject): string =>
  key.export({ format: "der", type: "pkcs8" }).toString("base64");
const readPrivate = (text: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(text, "base64"), format: "der", type: "pkcs8" });
