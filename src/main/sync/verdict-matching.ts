import { z } from "zod";
import type { Envelope } from "../../contract/envelope.ts";
import { moment } from "../../contract/ids.ts";
import { type Verdict, verdict as verdictForm } from "../../contract/sync.ts";

/** The answer to a push with its verdicts unparsed, so that one of an unknown form spoils only itself. */
export const pushAnswerOuter = z.object({ verdicts: z.array(z.unknown()), serverTime: moment });

/** What a verdict has to name, and the place that the desk knows the item by. */
export type SentItem = Pick<Envelope, "id" | "contentHash" | "sequence">;

export type MatchedVerdicts = {
  settled: { sequence: number; verdict: Verdict }[];
  /** Sequences sent for which no verdict may be believed. */
  unsettled: number[];
};

/**
 * Which of head office's verdicts count. They come in the order sent, one for each item, and each must name
 * its item by id and content hash: a verdict for anything else completes nothing. Only a rejection may come
 * without a name, for an item that head office could not read; it parks the item and never completes it.
 */
export function matchVerdicts(
  sent: readonly SentItem[],
  verdicts: readonly unknown[],
): MatchedVerdicts {
  const matched: MatchedVerdicts = { settled: [], unsettled: [] };
  // With a verdict too few or too many, a place says nothing about which item is meant.
  const countFits = verdicts.length === sent.length;
  sent.forEach((item, place) => {
    const verdict = countFits ? verdictForm.safeParse(verdicts[place]).data : undefined;
    if (verdict && meansItem(verdict, item)) {
      matched.settled.push({ sequence: item.sequence, verdict });
    } else {
      matched.unsettled.push(item.sequence);
    }
  });
  return matched;
}

function meansItem(verdict: Verdict, item: SentItem): boolean {
  if (verdict.id === item.id && verdict.contentHash === item.contentHash) return true;
  if (verdict.verdict !== "rejected") return false;
  // Unnamed, or named as far as it could be read: nothing in it contradicts the item.
  return (
    (verdict.id === null || verdict.id === item.id) &&
    (verdict.contentHash === null || verdict.contentHash === item.contentHash)
  );
}
