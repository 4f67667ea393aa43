import type { Connection } from "./connection.ts";

/** FTS5's trigrams find nothing shorter, in code points. */
const trigram = 3;

/**
 * Searches names for all of some words (normal text), each as any part of a name. Gives the subjects of the
 * captures that match, newest first: ranking would have to read every match, and a till wants the newest.
 */
export function makeNameSearch(
  connection: Connection,
): (words: readonly string[]) => Iterable<string> {
  const indexedUpto = connection.prepare<[], number>("SELECT upto FROM name_indexed").pluck();
  // CROSS JOIN holds the order of the tables: what is narrow is read first.
  const unindexed = connection
    .prepare<[number, string], string>(
      `SELECT subject FROM named WHERE sequence > ?
       AND NOT EXISTS (SELECT 1 FROM json_each(?) WHERE instr(names, value) = 0)
       ORDER BY sequence DESC`,
    )
    .pluck();
  const indexed = connection
    .prepare<[string], string>(
      `SELECT subject FROM name_index CROSS JOIN named ON named.sequence = name_index.rowid
       WHERE name_index MATCH ? ORDER BY name_index.rowid DESC`,
    )
    .pluck();
  const indexedAndShort = connection
    .prepare<[string, string], string>(
      `SELECT subject FROM name_index CROSS JOIN named ON named.sequence = name_index.rowid
       WHERE name_index MATCH ?
         AND NOT EXISTS (SELECT 1 FROM json_each(?) WHERE instr(named.names, value) = 0)
       ORDER BY name_index.rowid DESC`,
    )
    .pluck();
  const short = connection
    .prepare<[string], string>(
      "SELECT subject FROM named WHERE instr(names, ?) > 0 ORDER BY sequence DESC",
    )
    .pluck();

  return function* search(words) {
    const [only] = words;
    if (only === undefined) return;
    const longWords = words.filter(isLong);
    const shortWords = words.filter((word) => !isLong(word));
    if (longWords.length === 0 && words.length === 1) {
      yield* short.iterate(only);
      return;
    }
    const upto = longWords.length === 0 ? 0 : (indexedUpto.get() ?? 0);
    yield* unindexed.iterate(upto, JSON.stringify(words));
    if (longWords.length === 0) return;
    const match = longWords.map((word) => `"${word.replaceAll('"', '""')}"`).join(" AND ");
    if (shortWords.length === 0) yield* indexed.iterate(match);
    else yield* indexedAndShort.iterate(match, JSON.stringify(shortWords));
  };
}

function isLong(word: string): boolean {
  return [...word].length >= trigram;
}
