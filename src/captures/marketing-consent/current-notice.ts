import type { NoticeShown } from "../../contract/envelope.ts";
import type { Language } from "../../contract/ids.ts";
import { type Notice, type Reference, readNotice } from "../../contract/reference.ts";
import { readShopDay } from "../shop-day.ts";

/** The notice to be shown before consent is asked: of the versions in force the highest; null: none yet. */
export function findMarketingNotice(reference: Reference, now: Date): Notice | null {
  const today = readShopDay(now);
  return (
    reference.notices
      .filter(
        ({ id, effectiveFrom }) =>
          id === reference.settings.marketingNotice && effectiveFrom <= today,
      )
      .toSorted((a, b) => b.version - a.version)[0] ?? null
  );
}

/** Names a notice as it was shown, so that another version or language counts as not shown. */
export function nameNotice(item: Notice, spoken: Language): string {
  return `${item.id}@${item.version}/${spoken}`;
}

/** What the capture says of the notice. `hash`: SHA-256 as lower-case hexadecimal. */
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
