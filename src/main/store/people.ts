import { maskEmail } from "../../captures/email-address.ts";
import { maskPhone } from "../../captures/phone-number.ts";
import type { PersonHit } from "../../contract/ipc.ts";
import type { Connection } from "./connection.ts";
import { normalKey } from "./search-index.ts";
import { readSearchTerms, type SearchTerms } from "./search-terms.ts";

export type PeopleFound = {
  hits: PersonHit[];
  /** Whether there are more people than were asked for. */
  more: boolean;
};

export type People = ReturnType<typeof makePeople>;

type Sighting = { sequence: number; subject: string };
type Details = {
  name: string | null;
  phone: string | null;
  email: string | null;
  member: string | null;
};

/** FTS5's trigrams find nothing shorter. */
const trigram = 3;

/** Finds people by what their captures say of them. */
export function makePeople(connection: Connection) {
  const byKey = connection.prepare<[string, string], Sighting>(
    `SELECT sighting.sequence, subject FROM search_key JOIN sighting USING (sequence)
     WHERE type = ? AND value = ? ORDER BY sequence DESC`,
  );
  // Newest first by rowid: ranking would read every match, and the newest is what a till wants.
  const byIndex = connection.prepare<[string], Sighting>(
    `SELECT name_index.rowid AS sequence, sighting.subject FROM name_index
     JOIN sighting ON sighting.sequence = name_index.rowid
     WHERE name_index MATCH ? ORDER BY name_index.rowid DESC`,
  );
  const byIndexWithShort = connection.prepare<[string, string], Sighting>(
    `SELECT name_index.rowid AS sequence, sighting.subject FROM name_index
     JOIN name_text ON name_text.sequence = name_index.rowid
     JOIN sighting ON sighting.sequence = name_index.rowid
     WHERE name_index MATCH ?
       AND NOT EXISTS (SELECT 1 FROM json_each(?) WHERE instr(names, value) = 0)
     ORDER BY name_index.rowid DESC`,
  );
  const byScan = connection.prepare<[string], Sighting>(
    `SELECT name_text.sequence, subject FROM name_text CROSS JOIN sighting USING (sequence)
     WHERE instr(names, ?) > 0 ORDER BY name_text.sequence DESC`,
  );
  const byScanOfMany = connection.prepare<[string], Sighting>(
    `SELECT name_text.sequence, subject FROM name_text CROSS JOIN sighting USING (sequence)
     WHERE NOT EXISTS (SELECT 1 FROM json_each(?) WHERE instr(names, value) = 0)
     ORDER BY name_text.sequence DESC`,
  );
  // A void names its subject and no details: the newest capture that shows any speaks for the person.
  const details = connection.prepare<[string], Details>(
    `SELECT name, phone, email, member FROM sighting
     WHERE subject = ? AND coalesce(name, phone, email, member) IS NOT NULL
     ORDER BY sequence DESC LIMIT 1`,
  );
  const lastSeen = connection
    .prepare<[string], number>(
      "SELECT at FROM sighting WHERE subject = ? ORDER BY sequence DESC LIMIT 1",
    )
    .pluck();

  function findByKeys({ keys }: SearchTerms): Sighting[] {
    const types = ["receipt", "phone", "email", "member"] as const;
    const found = types.flatMap((type) =>
      keys[type].flatMap((value) => byKey.all(type, normalKey(type, value))),
    );
    return found.sort((one, other) => other.sequence - one.sequence);
  }

  function findByWords(words: readonly string[]): Iterable<Sighting> {
    const long = words.filter((word) => [...word].length >= trigram);
    const short = words.filter((word) => [...word].length < trigram);
    const [first] = short;
    if (long.length > 0) {
      const match = long.map((word) => `"${word.replaceAll('"', '""')}"`).join(" AND ");
      return short.length === 0
        ? byIndex.iterate(match)
        : byIndexWithShort.iterate(match, JSON.stringify(short));
    }
    if (first === undefined) return [];
    return short.length === 1 ? byScan.iterate(first) : byScanOfMany.iterate(JSON.stringify(short));
  }

  function show(subject: string): PersonHit {
    const shown = details.get(subject);
    return {
      subject,
      name: shown?.name ?? null,
      phoneHint: shown?.phone ? maskPhone(shown.phone) : null,
      emailHint: shown?.email ? maskEmail(shown.email) : null,
      memberNumber: shown?.member ?? null,
      lastSeenAt: new Date(lastSeen.get(subject) ?? 0).toISOString(),
    };
  }

  return {
    /**
     * People whom the text may mean, each once, newest capture first, at most `limit`. A receipt, phone,
     * email or member number that is known decides; otherwise every word must be part of a name.
     */
    search(text: string, limit: number): PeopleFound {
      const terms = readSearchTerms(text);
      const exact = findByKeys(terms);
      // Read to the end of the page and no further: a common name has a hundred thousand captures.
      const subjects = new Set<string>();
      for (const { subject } of exact.length > 0 ? exact : findByWords(terms.words)) {
        subjects.add(subject);
        if (subjects.size > limit) break;
      }
      const page = [...subjects].slice(0, limit);
      return { hits: page.map(show), more: subjects.size > limit };
    },
  };
}
