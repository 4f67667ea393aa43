import type { SearchKeys, SubjectSummary } from "../../captures/define-capture.ts";
import type { Connection } from "./connection.ts";
import { exactTypes, normalKey } from "./exact-keys.ts";
import { dropNames } from "./name-index.ts";
import { normalText } from "./normal-text.ts";

/** What captures are found by: exact keys, whom they name, and how they showed their person. */
export function makeSearchIndex(connection: Connection) {
  const insertKey = connection.prepare(
    "INSERT OR IGNORE INTO search_key (type, value, sequence) VALUES (?, ?, ?)",
  );
  const insertSighting = connection.prepare(
    "INSERT INTO sighting (subject, sequence, at, name, phone, email, member) VALUES (?, ?, ?, ?, ?, ?, ?)",
  );
  const insertNamed = connection.prepare(
    "INSERT INTO named (sequence, subject, names) VALUES (?, ?, ?)",
  );
  const dropSighting = connection.prepare(
    "DELETE FROM sighting WHERE sequence = ? AND subject = (SELECT subject FROM named WHERE sequence = ?)",
  );
  const dropNamed = connection.prepare("DELETE FROM named WHERE sequence = ?");
  const dropKeys = connection.prepare(
    "DELETE FROM search_key WHERE sequence IN (SELECT value FROM json_each(?))",
  );

  return {
    /** `at`: when the capture was taken, in ms since 1970. */
    add(sequence: number, at: number, subject: SubjectSummary | null, keys: SearchKeys): void {
      for (const type of exactTypes) {
        for (const value of keys[type]) insertKey.run(type, normalKey(type, value), sequence);
      }
      for (const group of keys.group ?? []) insertKey.run("group", group, sequence);
      if (subject === null) return;
      const [phone = null] = keys.phone;
      const [email = null] = keys.email;
      const [member = null] = keys.member;
      insertSighting.run(subject.id, sequence, at, subject.name, phone, email, member);
      insertNamed.run(sequence, subject.id, keys.name.map(normalText).join("\n"));
    },

    /** Forgets by what these captures were found. */
    drop(sequences: readonly number[]): void {
      dropNames(connection, sequences);
      for (const sequence of sequences) {
        dropSighting.run(sequence, sequence);
        dropNamed.run(sequence);
      }
      // Keys are not indexed by sequence, which every save would pay for: one pass for all of them.
      dropKeys.run(JSON.stringify(sequences));
    },
  };
}
