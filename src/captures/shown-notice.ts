import type { NoticeShown } from "../contract/envelope.ts";
import type { Language } from "../contract/ids.ts";
import { type Notice, readNotice } from "../contract/reference.ts";

/**
 * The version of a notice that is in force on a day (ISO date): of those in effect the highest. Null: the
 * notice is not known, or not in effect yet.
 */
export function findCurrentNotice(
  notices: readonly Notice[],
  id: NoticeShown["id"],
  today: string,
): Notice | null {
  return notices
    .filter((notice) => notice.id === id && notice.effectiveFrom <= today)
    .reduce<Notice | null>(
      (newest, notice) => (newest && newest.version > notice.version ? newest : notice),
      null,
    );
}

/** Names a notice as it was shown, so that another version or language counts as not shown. */
export function nameNotice(item: Notice, spoken: Language): string {
  return `${item.id}@${item.version}/${spoken}`;
}

/** What a capture says of the notice that was shown. `hash`: SHA-256 as lower-case hexadecimal. */
export async function describeShown(
  item: Notice,
  spoken: Language,
  hash: (text: string) => Promise<string>,
): Promise<NoticeShown> {
  return {
    id: item.id,
    version: item.version,
    language: spoken,
    hash: await hash(readNotice(item, spoken)),
  };
}
