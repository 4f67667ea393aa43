import { sql } from "kysely";
import { uuidv7 } from "uuidv7";
import type { EnrolRequest } from "../contract/sync.ts";
import type { Db } from "./db/database.ts";
import { enrolmentCodeLifeMs, hashEnrolmentCode, makeEnrolmentCode } from "./enrolment-code.ts";

export type Enrolled = { device: string; deviceNumber: number; branch: string };

/** A one-time code for one PC of a branch, as it is to be read to the shop. Only its hash is kept. */
export async function issueEnrolmentCode(
  db: Db,
  branch: string,
  now: Date,
  random: (size: number) => Uint8Array,
): Promise<string> {
  const known = await db
    .selectFrom("change")
    .select("key")
    .where("topic", "=", "branch")
    .where("key", "=", branch)
    .where("value", "is not", null)
    .executeTakeFirst();
  if (!known) throw new Error(`No branch is called ${branch}`);
  const code = makeEnrolmentCode(random);
  await db
    .insertInto("enrolment_code")
    .values({
      code_hash: hashEnrolmentCode(code),
      branch,
      issued_at: now,
      expires_at: new Date(now.getTime() + enrolmentCodeLifeMs),
      used_at: null,
      device: null,
    })
    .execute();
  return code;
}

/**
 * Makes a device of a code, once; null: the code is wrong, used or too old. The same code with the same key
 * gives the same device again while the code lasts: the answer may have been lost on the way, and only the
 * holder of the private key can do anything with it.
 */
export async function enrolDevice(
  db: Db,
  request: EnrolRequest,
  now: Date,
): Promise<Enrolled | null> {
  return db.transaction().execute(async (work) => {
    const code = await work
      .selectFrom("enrolment_code")
      .selectAll()
      .where("code_hash", "=", hashEnrolmentCode(request.code))
      .where("expires_at", ">", now)
      .forUpdate()
      .executeTakeFirst();
    if (!code) return null;
    if (code.device !== null) {
      const before = await work
        .selectFrom("device")
        .selectAll()
        .where("id", "=", code.device)
        .where("public_key", "=", request.publicKey)
        .where("revoked_at", "is", null)
        .executeTakeFirst();
      return before
        ? { device: before.id, deviceNumber: before.number, branch: before.branch }
        : null;
    }
    const made = await work
      .insertInto("device")
      .values({
        id: uuidv7(),
        branch: code.branch,
        name: request.deviceName,
        public_key: request.publicKey,
        enrolled_at: now,
        last_seen_at: null,
        protocol: null,
        revoked_at: null,
      })
      .returning(["id", "number", "branch"])
      .executeTakeFirstOrThrow();
    await work
      .updateTable("enrolment_code")
      .set({ used_at: now, device: made.id })
      .where("code_hash", "=", code.code_hash)
      .execute();
    // Old codes say nothing any more; the devices they made stand by themselves.
    await work
      .deleteFrom("enrolment_code")
      .where("expires_at", "<", sql<Date>`${now}::timestamptz - interval '30 days'`)
      .execute();
    return { device: made.id, deviceNumber: made.number, branch: made.branch };
  });
}

/**
 * From now on nothing that this device asks is answered, and nothing of it is taken but what it hands over of its own,
 * sealed. What it sent before stays.
 */
export async function revokeDevice(db: Db, device: string, now: Date): Promise<void> {
  await db
    .updateTable("device")
    .set({ revoked_at: now })
    .where("id", "=", device)
    .where("revoked_at", "is", null)
    .execute();
}
