import type { Language } from "../../contract/ids.ts";
import type { Reference } from "../../contract/reference.ts";
import { fillText } from "../fill-text.ts";
import type { FieldIssue } from "./field-issues.ts";
import { namePurpose } from "./receipt-content.ts";
import { marketingConsentText } from "./text.ts";

/** What the summary of faults calls a field. */
function nameFault(field: string, reference: Reference, language: Language): string {
  const words = marketingConsentText[language];
  const names: Readonly<Record<string, string>> = {
    noticeShown: words.notice.heading,
    name: words.person.name,
    standing: words.person.standing,
    memberNumber: words.person.memberNumber,
    ageBand: words.person.ageBand,
    phone: words.contacts.phone,
    email: words.contacts.email,
    line: words.contacts.line,
    address: words.contacts.address,
    guardianName: words.guardian.name,
    guardianRelation: words.guardian.relation,
    guardianSignature: words.guardian.signature,
    how: words.means.how,
    signature: words.means.signature,
    collectionPoint: words.place.label,
    scope: words.withdrawal.what,
    cells: words.withdrawal.cells,
    receipt: words.withdrawal.receipt,
    reason: words.correction.reason,
  };
  if (field.startsWith("replies.")) {
    return namePurpose(field.slice("replies.".length), reference, language);
  }
  return names[field] ?? words.frame.otherFault;
}

/** The summary of a form's faults; null before anybody tried to save. */
export function listFaults(
  form: { attempt: number; faults: readonly FieldIssue[] },
  reference: Reference,
  language: Language,
): { title: string; list: { field: string; label: string }[]; attempt: number } | null {
  if (form.attempt === 0) return null;
  const words = marketingConsentText[language];
  return {
    title: fillText(words.frame.errors, { count: form.faults.length }),
    list: form.faults.map(({ field }) => ({ field, label: nameFault(field, reference, language) })),
    attempt: form.attempt,
  };
}
