import { readPayload } from "../../captures/capture-reading.ts";
import type { Payload } from "../../captures/id-copy/payload.ts";
import { foldRefunds, type RefundAct } from "../../captures/id-copy/refund-fold.ts";
import { captureDefinitions } from "../../captures/index.ts";
import { formReceiptNumber } from "../../captures/receipt-number.ts";
import { readShopDay } from "../../captures/shop-day.ts";
import { type CopyRules, copyRules } from "../../contract/copy-rules.ts";
import type { KeptCopy } from "../../contract/inbox-copy-procedures.ts";
import type { Db } from "../db/database.ts";

const dayMs = 86_400_000;
const definition = captureDefinitions["id-copy"];

/** Every copy that was ever taken, what is kept of it and why, oldest first. */
export async function listCopies(db: Db, now: Date): Promise<KeptCopy[]> {
  const rules = await readRules(db);
  const rows = await db
    .selectFrom("capture")
    .innerJoin("device", "device.id", "capture.device")
    .leftJoin("attachment", "attachment.capture", "capture.id")
    .select([
      "capture.id",
      "capture.amends",
      "capture.captured_at",
      "capture.sequence",
      "device.number",
      "capture.branch",
      "capture.staff",
      "capture.version",
      "capture.payload",
      "attachment.whole_at",
      "attachment.destroyed_at",
    ])
    .where("capture.kind", "=", "id-copy")
    .orderBy("capture.captured_at")
    .orderBy("capture.sequence")
    .execute();
  const acts = rows.flatMap((row): RefundAct[] => {
    if (row.payload === null || row.version > definition.version) return [];
    const payload = readPayload(definition, row.version, JSON.parse(row.payload)) as Payload;
    return [{ id: row.id, amends: row.amends, capturedAt: row.captured_at, payload }];
  });
  const closings = readClosings(acts);
  const payloads = new Map(acts.map(({ id, payload }) => [id, payload]));
  const today = readShopDay(now);
  return rows.flatMap((row): KeptCopy[] => {
    const payload = payloads.get(row.id);
    if (payload?.act !== "refund" || payload.evidence.how !== "copied") return [];
    const closing = closings.get(row.id) ?? null;
    const days = closing?.isVoid ? 0 : (rules?.daysKept ?? null);
    const dueOn = closing && days !== null ? addDays(closing.day, days) : null;
    return [
      {
        capture: row.id,
        receiptNumber: formReceiptNumber(row.number, row.sequence),
        sale: payload.sale,
        branch: row.branch,
        staff: row.staff,
        capturedAt: row.captured_at,
        reason: rules?.reasons.find(({ id }) => id === payload.reason)?.name ?? null,
        arrivedAt: row.whole_at && new Date(row.whole_at).toISOString(),
        closedOn: closing?.day ?? null,
        dueOn,
        why: nameWhy(dueOn, row.destroyed_at !== null, today),
        destroyedAt: row.destroyed_at && new Date(row.destroyed_at).toISOString(),
      },
    ];
  });
}

function nameWhy(dueOn: string | null, isDestroyed: boolean, today: string): KeptCopy["why"] {
  if (isDestroyed) return "destroyed";
  if (dueOn === null) return "refund-open";
  return dueOn <= today ? "due" : "days-left";
}

/** When each refund was closed; one that was taken back by a void serves nothing from that day on. */
function readClosings(acts: readonly RefundAct[]): Map<string, { day: string; isVoid: boolean }> {
  const closings = new Map<string, { day: string; isVoid: boolean }>();
  for (const { id, closedOn } of foldRefunds(acts).refunds) {
    if (closedOn !== null) closings.set(id, { day: closedOn, isVoid: false });
  }
  for (const { payload, amends, capturedAt } of acts) {
    if (payload.act !== "void" || amends === null || closings.has(amends)) continue;
    closings.set(amends, { day: readShopDay(new Date(capturedAt)), isVoid: true });
  }
  return closings;
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** Null: no rules are published, and without them nothing is destroyed. */
async function readRules(db: Db): Promise<CopyRules | null> {
  const row = await db
    .selectFrom("change")
    .select("value")
    .where("topic", "=", "copy-rules")
    .where("value", "is not", null)
    .executeTakeFirst();
  return row?.value ? copyRules.parse(JSON.parse(row.value)) : null;
}
