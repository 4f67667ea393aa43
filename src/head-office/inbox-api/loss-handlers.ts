import { type Selectable, sql } from "kysely";
import { deskStanding } from "../../contract/branch-picture.ts";
import { leaveRequest } from "../../contract/courier.ts";
import type { DeviceLoss, inboxLossProcedures } from "../../contract/inbox-loss-procedures.ts";
import { deskRetention, usualDeskRetention } from "../../contract/reference.ts";
import type { Db } from "../db/database.ts";
import type { DeviceTable } from "../db/tables.ts";
import { readDeviceChain } from "../device-chain.ts";
import { readHoldings } from "../people/device-holdings.ts";
import { readTopic } from "../published-reference.ts";
import { act, answer, type Handlers, type InboxDeps, turnDown } from "./handler.ts";

export function makeLossHandlers(deps: InboxDeps): Handlers<keyof typeof inboxLossProcedures> {
  return {
    "devices.readLoss": ({ id }, asker) =>
      act(deps, asker, "device-loss-read", { device: id }, async (work, at) => {
        const device = await work
          .selectFrom("device")
          .selectAll()
          .where("id", "=", id)
          .executeTakeFirst();
        if (!device) return turnDown("not-found");
        const [decided] = (await readTopic(work, "desk-retention", deskRetention)).values();
        const { days } = decided ?? usualDeskRetention;
        const until = device.last_seen_at ?? device.enrolled_at;
        const { highest, gaps } = await readDeviceChain(work, id);
        return answer({
          name: device.name,
          number: device.number,
          branch: device.branch,
          lastSeenAt: device.last_seen_at?.toISOString() ?? null,
          revokedAt: device.revoked_at?.toISOString() ?? null,
          since: device.revoked_at && (await readSince(work, id, device.revoked_at)),
          left: readLeft(device),
          readAt: at.toISOString(),
          standing:
            device.standing === null ? null : deskStanding.parse(JSON.parse(device.standing)),
          highest,
          gaps,
          days,
          passedOn: await countPassedOn(work, device),
          ...(await readHoldings(work, id, days, until)),
        });
      }),
  };
}

async function readSince(db: Db, device: string, revokedAt: Date) {
  const found = await db
    .selectFrom("capture")
    .select((at) => [at.fn.countAll<number>().as("captures"), at.fn.max("received_at").as("last")])
    .where("device", "=", device)
    .where("received_at", ">", revokedAt)
    .executeTakeFirstOrThrow();
  return { captures: Number(found.captures), lastAt: found.last?.toISOString() ?? null };
}

function readLeft({ left_at, left_with }: Selectable<DeviceTable>): DeviceLoss["left"] {
  if (left_at === null || left_with === null) return null;
  const { captures, pictures } = leaveRequest.parse(JSON.parse(left_with));
  return { at: left_at.toISOString(), captures, pictures };
}

/** Records of other PCs that its branch is given: people at its events, and the requests it answers. */
async function countPassedOn(db: Db, { branch }: Selectable<DeviceTable>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM change
    WHERE topic IN ('event-capture', 'case') AND value IS NOT NULL AND audience IN ('', ${branch})`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}
