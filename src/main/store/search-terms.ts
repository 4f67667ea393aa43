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
  // Letters are in no phone number: a glance spares most searches the reading.
  if (/\p{L}/u.test(text) || (text.match(/\d/g)?.length ?? 0) < phoneDigits) return [];
  const phone = readPhone(text);
  return phone.ok ? [phone.e164] : [];
}
