import type { Connection } from "./connection.ts";

/** What one request of a bundle held. `picture`: a piece of that of the capture with this sequence; `log`: its last entry. */
export type SentContent =
  | { part: "captures"; sequences: number[] }
  | { part: "picture"; sequence: number; digest: string; size: number }
  | { part: "log"; upTo: number };

export type OwnBundles = ReturnType<typeof makeOwnBundles>;

/** The bundles that this PC has made, so that head office's answers to them can be told apart. */
export function makeOwnBundles(connection: Connection, now: () => number) {
  const insert = connection.prepare(
    "INSERT INTO own_bundle (id, made_at, contents) VALUES (?, ?, ?)",
  );
  const read = connection.prepare<[string], { contents: string | null }>(
    "SELECT contents FROM own_bundle WHERE id = ?",
  );
  const noteAnswered = connection.prepare(
    "UPDATE own_bundle SET contents = NULL, answered_at = ? WHERE id = ? AND contents IS NOT NULL",
  );

  return {
    /** `id`: SHA-256 over the sealed bytes. */
    add(id: string, contents: readonly SentContent[]): void {
      insert.run(id, now(), JSON.stringify(contents));
    },

    /** `answered`: its answer was applied before. Null: this PC has made no such bundle, as far as it knows. */
    read(id: string): SentContent[] | "answered" | null {
      const row = read.get(id);
      if (row === undefined) return null;
      return row.contents === null ? "answered" : (JSON.parse(row.contents) as SentContent[]);
    },

    noteAnswered(id: string): void {
      noteAnswered.run(now(), id);
    },
  };
}
