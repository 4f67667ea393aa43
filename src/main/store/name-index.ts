import type { Connection } from "./connection.ts";

/** Captures that one call may index, and pages that it may merge: milliseconds, less than a key press. */
const indexedAtOnce = 200;
const mergedAtOnce = 64;

/**
 * Brings the trigrams of names a little more up to date: indexes what was saved since, then merges what
 * earlier calls left in small pieces. Until then the newest names are found by reading them. A save that had
 * to do this itself would touch a third more pages. True: there is more to do.
 */
export function tidyNames(connection: Connection): boolean {
  return connection
    .transaction(() => (indexNewest(connection) === 0 ? mergePieces(connection) : true))
    .immediate();
}

/** Captures up to which the index knows all names. */
export function readIndexedUpto(connection: Connection): number {
  return connection.prepare<[], number>("SELECT upto FROM name_indexed").pluck().get() ?? 0;
}

/** Takes the names of purged captures out of the index. An FTS5 index has to be told what it is to forget. */
export function dropNames(connection: Connection, sequences: readonly number[]): void {
  const drop = connection.prepare(
    `INSERT INTO name_index (name_index, rowid, names)
     SELECT 'delete', sequence, names FROM named
     WHERE sequence = ? AND sequence <= (SELECT upto FROM name_indexed)`,
  );
  for (const sequence of sequences) drop.run(sequence);
}

function indexNewest(connection: Connection): number {
  const from = readIndexedUpto(connection);
  const upto = connection
    .prepare<[number, number], number | null>(
      `SELECT max(sequence) FROM
       (SELECT sequence FROM named WHERE sequence > ? ORDER BY sequence LIMIT ?)`,
    )
    .pluck()
    .get(from, indexedAtOnce);
  if (upto === null || upto === undefined) return 0;
  connection
    .prepare(
      `INSERT INTO name_index (rowid, names)
       SELECT sequence, names FROM named WHERE sequence > ? AND sequence <= ?`,
    )
    .run(from, upto);
  connection.prepare("UPDATE name_indexed SET upto = ?").run(upto);
  return upto - from;
}

function mergePieces(connection: Connection): boolean {
  const count = connection.prepare<[], number>("SELECT total_changes()").pluck();
  const before = count.get() ?? 0;
  connection
    .prepare("INSERT INTO name_index (name_index, rank) VALUES ('merge', ?)")
    .run(mergedAtOnce);
  // So FTS5 says it: fewer than two changes means that there was nothing to merge.
  return (count.get() ?? 0) - before >= 2;
}
