import type { PersonRecord } from "../../contract/ipc.ts";
import type { FormSubmission } from "../capture-form.ts";
import { readShopDay } from "../shop-day.ts";
import type { Payload } from "./payload.ts";
import { foldRecord } from "./person-record.ts";

/**
 * "No, thank you" to all, as the desk stores it by one key. Of somebody who is not known nothing is kept but
 * that it was said: not even what was typed.
 */
export function makeNoThankYou(person: PersonRecord | null, now: Date): FormSubmission {
  const payload: Payload = {
    act: "no-thank-you",
    subject: person && foldRecord(person).details,
    day: readShopDay(now),
  };
  return { kind: "marketing-consent", payload, amends: null, notice: null };
}
