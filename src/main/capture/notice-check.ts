import { readShopDay } from "../../captures/shop-day.ts";
import { findCurrentNotice } from "../../captures/shown-notice.ts";
import type { NoticeShown } from "../../contract/envelope.ts";
import type { Language } from "../../contract/ids.ts";
import { type Notice, type Reference, readNotice } from "../../contract/reference.ts";
import { sha256 } from "../store/sha256.ts";

/**
 * The exact words of the notice that the form says it showed. Null when that is not the version in force
 * (`now`: ms since 1970), or its words are not the ones this desk has: the person has to be shown it again.
 */
export function checkNotice(reference: Reference, shown: NoticeShown, now: number): string | null {
  // A notice comes into force at midnight in the shop.
  const today = readShopDay(new Date(now));
  const current = findCurrentNotice(reference.notices, shown.id, today);
  if (current === null || current.version !== shown.version) return null;
  const { words, hash } = hashWords(current, shown.language);
  return hash === shown.hash ? words : null;
}

type HashedWords = { words: string; hash: string };
const hashed = new WeakMap<Notice, Map<Language, HashedWords>>();

/** A notice is thousands of characters of Thai and the same for every save: hashed once per language. */
function hashWords(notice: Notice, language: Language): HashedWords {
  const known = hashed.get(notice) ?? new Map<Language, HashedWords>();
  hashed.set(notice, known);
  const earlier = known.get(language);
  if (earlier) return earlier;
  const words = readNotice(notice, language);
  const entry = { words, hash: sha256(words) };
  known.set(language, entry);
  return entry;
}
