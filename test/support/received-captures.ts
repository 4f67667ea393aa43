import { createHash } from "node:crypto";
import { expect } from "playwright/test";
import { type Payload, payload } from "../../src/captures/marketing-consent/payload.ts";
import { hashContent } from "../../src/contract/chain.ts";
import type { Db } from "../../src/head-office/db/database.ts";
import { readDeviceChain } from "../../src/head-office/device-chain.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A capture as head office keeps it, with its payload read. */
export type ReceivedCapture = {
  id: string;
  device: string;
  sequence: number;
  staff: string;
  amends: string | null;
  notice: string | null;
  payload: Payload;
};

/** All captures at head office by their places in the chain; each is what its hash says. */
export async function listReceived(db: Db): Promise<ReceivedCapture[]> {
  const rows = await db.selectFrom("capture").selectAll().orderBy("sequence").execute();
  return rows.map((row) => {
    if (row.payload === null || row.salt === null) throw new Error("a payload was purged");
    expect(hashContent(sha256, row.salt, row.payload)).toBe(row.content_hash);
    return {
      id: row.id,
      device: row.device,
      sequence: Number(row.sequence),
      staff: row.staff,
      amends: row.amends,
      notice: row.notice_id && `${row.notice_id} v${row.notice_version} ${row.notice_language}`,
      payload: payload.parse(JSON.parse(row.payload)),
    };
  });
}

/** The one device's captures at head office are these many, without a gap and each linked to the one before. */
export async function expectWholeChain(db: Db, count: number): Promise<void> {
  const { id } = await db.selectFrom("device").select("id").executeTakeFirstOrThrow();
  expect(await readDeviceChain(db, id)).toMatchObject({
    accepted: count,
    refused: 0,
    highest: count,
    gaps: [],
    broken: [],
    conflicts: 0,
  });
}
