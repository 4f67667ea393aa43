import type { Connection } from "./connection.ts";

export type NoticeWords = ReturnType<typeof makeNoticeWords>;

/** The exact words that people were shown, found by the SHA-256 that their captures name. */
export function makeNoticeWords(connection: Connection) {
  const insert = connection.prepare(
    "INSERT OR IGNORE INTO notice_words (hash, words) VALUES (?, ?)",
  );
  const isKept = connection.prepare<[string]>("SELECT 1 FROM notice_words WHERE hash = ?");
  const read = connection
    .prepare<[string], string>("SELECT words FROM notice_words WHERE hash = ?")
    .pluck();
  return {
    keep(hash: string, words: string): void {
      if (isKept.get(hash) === undefined) insert.run(hash, words);
    },
    read: (hash: string) => read.get(hash) ?? null,
  };
}
