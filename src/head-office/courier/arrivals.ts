import type { Db } from "../db/database.ts";
import type { BundleCounts } from "./take-requests.ts";

/** How a bundle came: brought by a device, or in a file (a number for each taking in) by a person of head office. */
export type Way =
  | { by: "device"; device: string }
  | { by: "account"; account: string; file: string };

/** Notes that a bundle is being taken; the same way again stays one line. True: the first of its device this way. */
export async function noteArrival(
  work: Db,
  { bundle, device }: { bundle: string; device: string },
  way: Way,
  now: Date,
): Promise<boolean> {
  const via = nameWay(way);
  const before = await work
    .selectFrom("courier_arrival")
    .select("bundle")
    .where("via", "=", via)
    .where("device", "=", device)
    .limit(1)
    .executeTakeFirst();
  await work
    .insertInto("courier_arrival")
    .values({
      bundle,
      via,
      device,
      brought_by: way.by === "device" ? way.device : null,
      account: way.by === "account" ? way.account : null,
      came_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return before === undefined;
}

/** Notes what came of it. What was counted first stays: the same bundle again brings nothing new. */
export async function noteCounts(
  db: Db,
  bundle: string,
  way: Way,
  { logEntries, ...counts }: BundleCounts,
): Promise<void> {
  await db
    .updateTable("courier_arrival")
    .set({ ...counts, log_entries: logEntries })
    .where("bundle", "=", bundle)
    .where("via", "=", nameWay(way))
    .where("accepted", "is", null)
    .execute();
}

const nameWay = (way: Way): string => (way.by === "device" ? way.device : way.file);
