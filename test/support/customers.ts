import { randomUUID } from "node:crypto";
import type { Page } from "playwright/test";
import { answerAll } from "../../src/captures/marketing-consent/example-acts.ts";
import { exampleReference } from "../../src/captures/marketing-consent/example-reference.ts";
import type { Contacts, Payload, Subject } from "../../src/captures/marketing-consent/payload.ts";
import { settings as formOfSettings, type Reference } from "../../src/contract/reference.ts";
import { callDesk } from "./desk-calls.ts";
import { showNotice } from "./desk-store.ts";
import { inventId } from "./invented-people.ts";

/** An invented customer, the same for the same number. Nobody has these contacts. */
export function inventCustomer(
  number: number,
  name: string,
  contacts: Partial<Contacts> = {},
): Subject {
  return {
    id: inventId(1_790_000_000_000, number),
    name,
    standing: "customer",
    memberNumber: null,
    ageBand: "adult",
    contacts: { phone: null, email: null, line: null, address: null, ...contacts },
  };
}

/** What a settings message of head office's says when members' news is a benefit, or rests on consent. */
export function settingsWith(memberBasis: Reference["settings"]["memberBasis"]) {
  const value = formOfSettings.parse({ ...exampleReference.settings, memberBasis });
  return { topic: "settings" as const, key: "settings", value, audience: null };
}

/**
 * Takes a consent as the form would, said aloud to whoever is signed in, for tests of what comes after it.
 * `yes` as `purpose` or `purpose channel`. The answer is the receipt number.
 */
export async function takeConsent(
  page: Page,
  subject: Subject,
  yes: readonly string[],
  memberBasis = exampleReference.settings.memberBasis,
): Promise<string> {
  const reference = { ...exampleReference, settings: settingsWith(memberBasis).value };
  const signedIn = await callDesk(page, "session.current");
  const payload: Payload = {
    act: "decision",
    subject,
    guardian: null,
    collectionPoint: "purchase",
    answers: answerAll(yes, subject.standing, reference),
    means: { how: "spoken", attestedBy: signedIn?.staff ?? "" },
  };
  const { receiptNumber } = await callDesk(page, "capture.submit", {
    request: randomUUID(),
    kind: "marketing-consent",
    payload,
    amends: null,
    notice: showNotice("th"),
  });
  return receiptNumber;
}
