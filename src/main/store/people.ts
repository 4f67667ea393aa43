import { maskEmail } from "../../captures/email-address.ts";
import { maskPhone } from "../../captures/phone-number.ts";
import type { PersonHit } from "../../contract/ipc.ts";
import type { Connection } from "./connection.ts";
import { makeKeySearch } from "./exact-keys.ts";
import { makeNameSearch } from "./name-search.ts";
import { readSearchTerms, type SearchTerms } from "./search-terms.ts";

export type PeopleFound = {
  hits: PersonHit[];
  /** Whether there are more people than were asked for. */
  more: boolean;
};

export type People = ReturnType<typeof makePeople>;

type Details = {
  name: string | null;
  phone: string | null;
  email: string | null;
  member: string | null;
};

/** Finds people by what their captures say of them. */
export function makePeople(connection: Connection) {
  const searchNames = makeNameSearch(connection);
  const searchKeys = makeKeySearch(connection);
  const readSubject = connection
    .prepare<[number], string>("SELECT subject FROM named WHERE sequence = ?")
    .pluck();
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

  function findByKeys({ keys }: SearchTerms): string[] {
    return searchKeys(keys)
      .reverse()
      .flatMap((sequence) => readSubject.get(sequence) ?? []);
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
      const subjects = new Set<string>();
      // Read to the end of the page and no further: a common name has a hundred thousand captures.
      for (const subject of exact.length > 0 ? exact : searchNames(terms.words)) {
        subjects.add(subject);
        if (subjects.size > limit) break;
      }
      const page = [...subjects].slice(0, limit);
      return { hits: page.map(show), more: subjects.size > limit };
    },
  };
}
