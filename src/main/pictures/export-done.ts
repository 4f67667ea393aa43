import { readdir } from "node:fs/promises";
import type { PictureDecisions } from "../store/picture-decisions.ts";
import type { Review } from "./review.ts";

/**
 * What an earlier export left in the folder. `done`: pictures of the review that lie there as decided.
 * `stale`: files of ours that were decided about anew since, so that they should not be published.
 */
export async function exportDone(
  decisions: PictureDecisions,
  review: Review,
  folder: string,
): Promise<{ done: number[]; stale: string[] }> {
  const present = new Set(await readdir(folder));
  const current = new Set<string>();
  const stale: string[] = [];
  for (const { digest, name, isCurrent } of decisions.listExports(review.event, folder)) {
    // Deleted or moved by hand: it is written again if it is wanted.
    if (!present.has(name)) decisions.forgetExport(review.event, folder, name);
    else if (isCurrent) current.add(digest);
    else stale.push(name);
  }
  const done = review.pictures.files.flatMap((_, index) => {
    const digest = review.digestOf(index);
    return digest !== null && current.has(digest) ? [index] : [];
  });
  return { done, stale };
}
