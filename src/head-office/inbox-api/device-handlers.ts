import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type {
  inboxReferenceProcedures,
  ListedDevice,
} from "../../contract/inbox-reference-procedures.ts";
import type { Db } from "../db/database.ts";
import { readDeviceChain } from "../device-chain.ts";
import { issueEnrolmentCode, revokeDevice } from "../enrolment.ts";
import { enrolmentCodeLifeMs } from "../enrolment-code.ts";
import { isPublished } from "../published-reference.ts";
import { act, answer, done, type Handlers, type InboxDeps, turnDown } from "./handler.ts";

type Names = Extract<keyof typeof inboxReferenceProcedures, `devices.${string}`>;

export function makeDeviceHandlers(deps: InboxDeps): Handlers<Names> {
  const { db } = deps;
  return {
    "devices.list": async () => answer({ devices: await listDevices(db) }),

    async "devices.readChain"({ id }) {
      if (!(await isDevice(db, id))) return turnDown("not-found");
      const { device: _device, ...chain } = await readDeviceChain(db, id);
      return answer(chain);
    },

    "devices.issueCode": ({ branch }, asker) =>
      act(deps, asker, "enrolment-code-issued", { branch }, async (work, at) => {
        if (!(await isPublished(work, "branch", branch))) return turnDown("not-found");
        const code = await issueEnrolmentCode(work, branch, at, randomBytes);
        const expiresAt = new Date(at.getTime() + enrolmentCodeLifeMs).toISOString();
        return answer({ code, expiresAt });
      }),

    "devices.revoke": ({ id }, asker) =>
      act(deps, asker, "device-revoked", { device: id }, async (work, at) => {
        if (!(await isDevice(work, id))) return turnDown("not-found");
        await revokeDevice(work, id, at);
        return done;
      }),
  };
}

async function isDevice(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom("device").select("id").where("id", "=", id).executeTakeFirst();
  return row !== undefined;
}

async function listDevices(db: Db): Promise<ListedDevice[]> {
  // The highest by the index of each device alone; counting reads no payload.
  const { rows } = await sql<{
    id: string;
    number: number;
    branch: string;
    name: string;
    enrolled_at: Date;
    last_seen_at: Date | null;
    revoked_at: Date | null;
    left_at: Date | null;
    since: number;
    captures: number;
    highest: number;
  }>`
    SELECT device.id, device.number, device.branch, device.name, enrolled_at, last_seen_at, revoked_at,
      left_at, coalesce(since.captures, 0)::integer AS since,
      coalesce(held.captures, 0)::integer AS captures, coalesce(held.highest, 0)::bigint AS highest
    FROM device LEFT JOIN (
      SELECT device, count(*) AS captures, max(sequence) AS highest FROM capture GROUP BY device
    ) AS held ON held.device = device.id
    LEFT JOIN LATERAL (
      SELECT count(*) AS captures FROM capture
      WHERE device.revoked_at IS NOT NULL AND capture.device = device.id AND received_at > device.revoked_at
    ) AS since ON true
    ORDER BY device.branch, device.number`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    branch: row.branch,
    name: row.name,
    enrolledAt: row.enrolled_at.toISOString(),
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    leftAt: row.left_at?.toISOString() ?? null,
    sinceRevoked: row.since,
    captures: row.captures,
    highest: row.highest,
  }));
}
