import type { NoticeShown } from "../../contract/envelope.ts";
import { readNotice, type Reference } from "../../contract/reference.ts";
import { findCurrentNotice } from "../store/received.ts";
import { sha256 } from "./sha256.ts";

/** Thai law knows one time zone, UTC+7 all year: a notice comes into force at midnight there. */
const thaiOffsetMs = 7 * 60 * 60 * 1000;

/**
 * The exact words of the notice that the form says it showed. Null when that is not the version in force
 * (`now`: ms since 1970), or its words are not the ones this desk has: the person has to be shown it again.
 */
export function checkNotice(reference: Reference, shown: NoticeShown, now: number): string | null {
  const today = new Date(now + thaiOffsetMs).toISOString().slice(0, 10);
  const current = findCurrentNotice(reference.notices, shown.id, today);
  if (current === null || current.version !== shown.version) return null;
  const words = readNotice(current, shown.language);
  return sha256(words) === shown.hash ? words : null;
}
