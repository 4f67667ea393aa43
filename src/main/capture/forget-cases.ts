import { foldCase } from "../../captures/rights-request/case-fold.ts";
import { isClosed } from "../../captures/rights-request/case-state.ts";
import type { PurgeDeps } from "./purge-expired.ts";
import { readReleaseLimit } from "./release-limit.ts";

/**
 * Forgets what head office published of cases that have been closed for as many days as a person's captures
 * stay: name and log of them. The answer: whether any went.
 */
export function forgetClosedCases({ store, now }: PurgeDeps): boolean {
  const limit = readReleaseLimit({ store, now });
  if (limit === null) return false;
  const over = store.received.listCases().flatMap((told) => {
    const progress = foldCase(told.id, [], told)?.progress;
    const lastStepAt = Date.parse(progress?.lastStepAt ?? "");
    return progress && isClosed(progress) && lastStepAt <= limit ? [told.id] : [];
  });
  if (over.length === 0) return false;
  store.dropCopy();
  store.write(() => store.received.forgetCases(over));
  return true;
}
