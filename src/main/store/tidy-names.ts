import type { Connection } from "./connection.ts";

/** Pages of the name index that one call may write: a few milliseconds, less than a key press. */
const pages = 64;

/**
 * Merges a little of the name index. Each save leaves a small piece of its own, and a search has to look
 * into all of them. True: there is more to merge.
 */
export function tidyNames(connection: Connection): boolean {
  const count = connection.prepare<[], number>("SELECT total_changes()").pluck();
  const before = count.get() ?? 0;
  connection
    .prepare("INSERT INTO name_index (name_index, rank) VALUES ('merge', ?)")
    .run(pages);
  // So FTS5 says it: fewer than two changes means that there was nothing to merge.
  return (count.get() ?? 0) - before >= 2;
}
