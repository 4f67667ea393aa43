import { z } from "zod";
import { readShopDay } from "../captures/shop-day.ts";
import { copyRules, sealingKey } from "../contract/copy-rules.ts";
import { defaultEventSettings, event, eventSettings } from "../contract/event.ts";
import type { Published } from "../contract/inbox-reference-procedures.ts";
import { pendingRules, usualPendingRules } from "../contract/pending-rules.ts";
import {
  branch,
  channel,
  controller,
  deskRetention,
  notice,
  purpose,
  type StaffMember,
  settings,
  staffMember,
  usualDeskRetention,
} from "../contract/reference.ts";
import { rightsSettings, usualRightsSettings } from "../contract/rights.ts";
import { updatePolicy, usualUpdatePolicy } from "../contract/update-policy.ts";
import type { Db } from "./db/database.ts";

/** What is published under a topic now, by key. What this version cannot read is left out. */
export async function readTopic<Value>(
  db: Db,
  topic: string,
  form: z.ZodType<Value>,
): Promise<Map<string, Value>> {
  const rows = await db
    .selectFrom("change")
    .select(["key", "value"])
    .where("topic", "=", topic)
    .where("value", "is not", null)
    .orderBy("key")
    .execute();
  return new Map(
    rows.flatMap(({ key, value }): [string, Value][] => {
      const read = form.safeParse(JSON.parse(value ?? "null"));
      return read.success ? [[key, read.data]] : [];
    }),
  );
}

/** All that the desks are told, bar the hashes of PINs. */
export async function readPublished(db: Db, now: Date): Promise<Published> {
  const [first] = (await readTopic(db, "controller", controller)).values();
  const [decided] = (await readTopic(db, "settings", settings)).values();
  const list = async <Value>(topic: string, form: z.ZodType<Value>) => [
    ...(await readTopic(db, topic, form)).values(),
  ];
  const staff = await list("staff", staffMember);
  return {
    controller: first ?? null,
    settings: decided ?? null,
    branches: await list("branch", branch),
    purposes: (await list("purpose", purpose)).sort((a, b) => a.order - b.order),
    channels: (await list("channel", channel)).sort((a, b) => a.order - b.order),
    notices: (await list("notice", notice)).sort(
      (a, b) => a.id.localeCompare(b.id) || b.version - a.version,
    ),
    staff: staff
      .map(({ pin: _pin, pinVersion: _version, ...member }) => member)
      .sort((a, b) => a.branch.localeCompare(b.branch) || a.id.localeCompare(b.id)),
    events: (await list("event", event)).sort((a, b) =>
      (b.days[0] ?? "").localeCompare(a.days[0] ?? ""),
    ),
    rightsSettings: (await list("rights-settings", rightsSettings))[0] ?? usualRightsSettings,
    eventSettings: (await list("event-settings", eventSettings))[0] ?? defaultEventSettings,
    deskRetention: (await list("desk-retention", deskRetention))[0] ?? usualDeskRetention,
    pendingRules: (await list("pending-rules", pendingRules))[0] ?? usualPendingRules,
    updatePolicy: (await list("update-policy", updatePolicy))[0] ?? usualUpdatePolicy,
    copyRules: (await list("copy-rules", copyRules))[0] ?? null,
    recoveryKey: (await list("recovery-key", sealingKey))[0] ?? null,
    today: readShopDay(now),
  };
}

/** One member of staff with the hash of the PIN; null: there is no such person. */
export async function readStaffMember(db: Db, id: string): Promise<StaffMember | null> {
  return (await readTopic(db, "staff", staffMember)).get(id) ?? null;
}

/** Whether something is published under this topic and key. */
export async function isPublished(db: Db, topic: string, key: string): Promise<boolean> {
  return (await readTopic(db, topic, z.unknown())).has(key);
}
