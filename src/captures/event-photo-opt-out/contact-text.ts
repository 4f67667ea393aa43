import { readEmail } from "../email-address.ts";
import { readPhone } from "../phone-number.ts";
import type { Contact } from "./payload.ts";

/**
 * The one way to answer that somebody said, in stored form where it can be read. What cannot is handed on as
 * typed, for the rules to say what is wrong with it. Null: no answer is wanted.
 */
export function readContact(text: string): Contact | null {
  const typed = text.trim();
  if (typed === "") return null;
  if (typed.includes("@")) {
    const email = readEmail(typed);
    return { phone: null, email: email.ok ? email.email : typed };
  }
  const phone = readPhone(typed);
  return { phone: phone.ok ? phone.e164 : typed, email: null };
}
