import { maskEmail } from "../email-address.ts";
import { maskPhone, readPhone } from "../phone-number.ts";
import type { ContactKey } from "./ask-payload.ts";

/** The first character and how much more there is: enough to recognise, too little to copy. */
function maskText(text: string): string {
  return `${[...text.trim()][0] ?? ""}•••`;
}

/** A known contact as it stands on the screen until somebody asks to see it; null where nothing is known. */
export function maskContact(key: ContactKey, text: string): string | null {
  if (text.trim() === "") return null;
  if (key === "email") return maskEmail(text.trim());
  if (key !== "phone") return maskText(text);
  const read = readPhone(text);
  return maskPhone(read.ok ? read.e164 : text);
}
