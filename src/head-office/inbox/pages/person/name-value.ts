import { formatReceiptNumber, readReceiptNumber } from "../../../../captures/receipt-number.ts";
import type { Bilingual } from "../../../../contract/bilingual.ts";
import type { Language } from "../../../../contract/ids.ts";
import type { Published } from "../../../../contract/inbox-reference-procedures.ts";
import { formatBaht } from "../../../../ui/format-baht.ts";
import { formatDay, formatMoment } from "../../../../ui/thai-date.tsx";
import { listValueWords } from "./record-values.ts";
import { recordWords } from "./record-words.ts";

/** What one value of a record says: `key` is its field's name. */
export type NameValue = (key: string, value: string | number | boolean) => string;

type Named = { id: string; name: Bilingual };

/** Names the values of records: closed lists in words, ids by what head office published under them. */
export function makeNameValue(published: Published | null, language: Language): NameValue {
  const words = listValueWords(language);
  const own = recordWords[language];
  const find = (list: readonly Named[] | undefined, id: string) =>
    list?.find((one) => one.id === id)?.name[language];
  const staff = (id: string) => find(published?.staff, id);
  const zones = published?.events.flatMap((one) => one.zones) ?? [];
  const lookUp: Readonly<Record<string, (text: string) => string | undefined>> = {
    purpose: (id) => find(published?.purposes, id),
    channel: (id) => find(published?.channels, id),
    attestedBy: staff,
    seenBy: staff,
    manager: staff,
    witness: staff,
    checkedBy: staff,
    bank: (id) => find(published?.copyRules?.banks, id),
    reason: (id) => find(published?.copyRules?.reasons, id),
    event: (id) => find(published?.events, id),
    zone: (id) => find(zones, id),
    seenAt: (iso) => formatMoment(iso, language),
    day: (iso) => formatDay(iso, language),
    days: (iso) => formatDay(iso, language),
    validUntil: (iso) => formatDay(iso, language),
    destroyBy: (iso) => formatDay(iso, language),
    receipts: showReceipt,
    copyReceipt: showReceipt,
  };
  return (key, value) => {
    if (typeof value === "boolean") return words.answer?.[value ? "yes" : "no"] ?? "";
    if (typeof value === "number") {
      return key === "amount" ? own.baht.replace("{{amount}}", formatBaht(value)) : String(value);
    }
    return words[key]?.[value] ?? lookUp[key]?.(value) ?? value;
  };
}

function showReceipt(typed: string): string {
  const read = readReceiptNumber(typed);
  return read ? formatReceiptNumber(read.normal) : typed;
}
