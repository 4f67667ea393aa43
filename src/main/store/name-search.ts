import type { Connection } from "./connection.ts";

/** FTS5's trigrams find nothing shorter, in code points. */
const trigram = 3;

/**
 * Searches names for all of some words (normal text), each as any part of a name. Gives the subjects of the
 * captures that match, each once, newest first, at most `limit`: ranking would have to read every match, and a
 * till wants the newest.
 */
export function makeNameSearch(
  connection: Connection,
): (words: readonly string[], limit: number) => string[] {
  const indexedUpto = connection.prepare<[], number>("SELECT upto FROM name_indexed").pluck();
  // Every statement reads from its newest row and stops at the limit, however many rows match. CROSS JOIN holds
  // the order of the tables.
  const unindexed = connection
    .prepare<[number, string, number], string>(
      `SELECT DISTINCT subject FROM named WHERE sequence > ?
       AND NOT EXISTS (SELECT 1 FROM json_each(?) WHERE instr(names, value) = 0)
       ORDER BY sequence DESC LIMIT ?`,
    )
    .pluck();
  const indexed = connection
    .prepare<[string, number], string>(
      `SELECT DISTINCT subject FROM name_index CROSS JOIN named ON named.sequence = name_index.rowid
       WHERE name_index MATCH ? ORDER BY name_index.rowid DESC LIMIT ?`,
    )
    .pluck();
  const indexedAndShort = connection
    .prepare<[string, string, number], string>(
      `SELECT DISTINCT subject FROM name_index CROSS JOIN named ON named.sequence = name_index.rowid
       WHERE name_index MATCH ?
         AND NOT EXISTS (SELECT 1 FROM json_each(?) WHERE instr(named.names, value) = 0)
       ORDER BY name_index.rowid DESC LIMIT ?`,
    )
    .pluck();
  const short = connection
    .prepare<[string, number], string>(
      "SELECT DISTINCT subject FROM named WHERE instr(names, ?) > 0 ORDER BY sequence DESC LIMIT ?",
    )
    .pluck();

  return (words, limit) => {
    const [first] = words;
    if (first === undefined) return [];
    const longWords = words.filter(isLong);
    const shortWords = words.filter((word) => !isLong(word));
    if (longWords.length === 0) {
      return words.length === 1
        ? short.all(first, limit)
        : unindexed.all(0, JSON.stringify(words), limit);
    }
    const newest = unindexed.all(indexedUpto.get() ?? 0, JSON.stringify(words), limit);
    if (newest.length === limit) return newest;
    const match = longWords.map((word) => `"${word.replaceAll('"', '""')}"`).join(" AND ");
    // The newest may be among these again: so as many as there may be in all.
    const older =
      shortWords.length === 0
        ? indexed.all(match, limit)
        : indexedAndShort.all(match, JSON.stringify(shortWords), limit);
    return [...new Set([...newest, ...older])].slice(0, limit);
  };
}

function isLong(word: string): boolean {
  return [...word].length >= trigram;
}
