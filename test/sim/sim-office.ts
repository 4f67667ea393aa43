import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import type { Envelope } from "../../src/contract/envelope.ts";
import { buildApp } from "../../src/head-office/app.ts";
import { publishChanges } from "../../src/head-office/change-log.ts";
import { usualLimits } from "../../src/head-office/config.ts";
import { type DeviceChain, readDeviceChain } from "../../src/head-office/device-chain.ts";
import { openLog } from "../../src/head-office/log.ts";
import { readStored } from "../../src/head-office/stored-captures.ts";
import { makeDeviceKey } from "../../src/main/keys/device-key.ts";
import type { Enrolment } from "../../src/main/store/device.ts";
import type { TrueTime } from "../support/desk-clock.ts";
import { openTestDatabase, readReference, testBranch } from "../support/head-office.ts";

export type OfficeAnswer = { status: number; headers: Record<string, string>; body: Buffer };

/** Head office's real code over PGlite, asked in the same process: one for all stories, a device for each. */
export type SimOffice = {
  /** Whose time it goes by from now on. */
  follow(time: TrueTime): void;
  enrol(): Promise<Enrolment>;
  ask(path: string, headers: Record<string, string>, body: Uint8Array): Promise<OfficeAnswer>;
  readArrived(device: string): Promise<Envelope[]>;
  readChain(device: string): Promise<DeviceChain>;
  /** What a backup of this moment holds of the device. */
  backUp(device: string): Promise<ReadonlySet<string>>;
  /** Puts the device's captures back to a backup. */
  putBack(device: string, backup: ReadonlySet<string>): Promise<void>;
  close(): Promise<void>;
};

const headOffice = "http://127.0.0.1:9";

export async function openSimOffice(): Promise<SimOffice> {
  const { db, close } = await openTestDatabase();
  let time: TrueTime | null = null;
  const now = () => new Date(time?.now() ?? 0);
  await publishChanges(db, await readReference(), new Date());
  const many = 1_000_000_000;
  const app = await buildApp({
    db,
    now,
    log: openLog("silent"),
    limits: { ...usualLimits, requestsPerMinute: many, enrolmentsPerMinute: many },
    trustedProxies: [],
    inboxFolder: join("no", "inbox"),
  });
  await app.ready();
  // One pair serves all devices of all stories: making keys is not what is tried here.
  const { publicKey, privateKeyPkcs8 } = makeDeviceKey();

  async function readArrived(device: string): Promise<Envelope[]> {
    const rows = await db
      .selectFrom("capture")
      .selectAll()
      .where("device", "=", device)
      .orderBy("sequence")
      .execute();
    return rows.map(readStored);
  }

  return {
    follow(next) {
      time = next;
    },
    async enrol() {
      await db.deleteFrom("request_nonce").execute();
      const device = uuidv7();
      const { number } = await db
        .insertInto("device")
        .values({
          id: device,
          branch: testBranch,
          name: "sim",
          public_key: publicKey,
          enrolled_at: now(),
          last_seen_at: null,
          protocol: null,
          revoked_at: null,
        })
        .returning("number")
        .executeTakeFirstOrThrow();
      const protectedKey = Buffer.from(privateKeyPkcs8);
      return { device, deviceNumber: number, branch: testBranch, headOffice, protectedKey };
    },
    async ask(path, headers, body) {
      const answer = await app.inject({
        method: "POST",
        url: path,
        headers,
        payload: Buffer.from(body),
      });
      const told = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
      return {
        status: answer.statusCode,
        headers: Object.fromEntries(told),
        body: answer.rawPayload,
      };
    },
    readArrived,
    readChain: (device) => readDeviceChain(db, device),
    backUp: async (device) => new Set((await readArrived(device)).map(({ id }) => id)),
    async putBack(device, backup) {
      const lost = (await readArrived(device)).filter(({ id }) => !backup.has(id));
      if (lost.length === 0) return;
      const ids = lost.map(({ id }) => id);
      await db.deleteFrom("capture").where("id", "in", ids).execute();
    },
    async close() {
      await app.close();
      await close();
    },
  };
}
