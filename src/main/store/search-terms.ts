import { readPhone } from "../../captures/phone-number.ts";
import { readReceiptNumber } from "../../captures/receipt-number.ts";
import type { ExactKeys } from "./exact-keys.ts";
import { normalText } from "./normal-text.ts";

/** What the text in the search box may mean, tried in this order: exact keys first, then a name's words. */
export type SearchTerms = { keys: ExactKeys; words: string[] };

/** Fewer digits than this are no phone number but part of a name or a member number. */
const phoneDigits = 6;

/** Reads the search box. One text may mean several things: a member number may look like a phone. */
export function readSearchTerms(text: string): SearchTerms {
  const normal = normalText(text);
  const receipt = readReceiptNumber(text);
  const keys = {
    phone: readPhones(normal),
    email: normal.includes("@") ? [normal] : [],
    member: normal === "" ? [] : [normal],
    receipt: receipt ? [receipt.normal] : [],
  };
  return { keys, words: normal === "" ? [] : [...new Set(normal.split(" "))] };
}

function readPhones(text: string): string[] {
  const typed = text.replace(/[\s().-]/g, "");
  // Letters are in no phone number: a glance spares most searches the reading.
  if (/[^\d+]/.test(typed) || typed.length < phoneDigits) return [];
  // As nearly everyone types it. No need to know whether it is a possible number: it is known here, or not.
  if (/^0[2-9]\d{7,8}$/.test(typed)) return [`+66${typed.slice(1)}`];
  const phone = readPhone(typed);
  return phone.ok ? [phone.e164] : [];
}
