import type { Bilingual } from "../../contract/bilingual.ts";
import type { Language, StaffId } from "../../contract/ids.ts";
import { fillText } from "../fill-text.ts";
import type { RefundField } from "./refund-faults.ts";
import type { RefundValues } from "./refund-values.ts";
import type { IdCopyText } from "./text-th.ts";

/** The parts of a refund's form see its values, and say what changed. */
export type RefundPart = {
  words: IdCopyText;
  language: Language;
  values: RefundValues;
  set(changed: Partial<RefundValues>): void;
  errorOf(field: RefundField): string | null;
};

/** Somebody who could stand for an exception. */
export type Manager = { staff: StaffId; name: Bilingual };

/** The line that says who approved an exception; null: nobody has yet. */
export function nameApproval(part: RefundPart, managers: readonly Manager[]): string | null {
  const found = managers.find(({ staff }) => staff === part.values.manager);
  if (!found) return null;
  return fillText(part.words.evidence.managerDone, { name: found.name[part.language] });
}
