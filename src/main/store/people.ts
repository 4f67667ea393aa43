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
/** How the newest capture of a person shows them. */
type Newest = Details & { subject: string; at: number };

/** Finds people by what their captures say of them. */
export function makePeople(connection: Connection) {
  const searchNames = makeNameSearch(connection);
  const searchKeys = makeKeySearch(connection);
  const readSubject = connection
    .prepare<[number], string>("SELECT subject FROM named WHERE sequence = ?")
    .pluck();
  const readNewest = connection.prepare<[string], Newest>(
    `SELECT subject, at, name, phone, email, member FROM json_each(?)
     JOIN sighting ON subject = value
      AND sequence = (SELECT max(sequence) FROM sighting WHERE subject = value)
     ORDER BY sequence DESC`,
  );
  const readShown = connection.prepare<[string], Details>(
    `SELECT name, phone, email, member FROM sighting
     WHERE subject = ? AND coalesce(name, phone, email, member) IS NOT NULL
     ORDER BY sequence DESC LIMIT 1`,
  );

  function formHit(newest: Newest): PersonHit {
    // A void names its person and no details: then the newest capture that shows any speaks for them.
    const isBare = (newest.name ?? newest.phone ?? newest.email ?? newest.member) === null;
    const { name, phone, email, member } =
      (isBare ? readShown.get(newest.subject) : null) ?? newest;
    return {
      subject: newest.subject,
      name,
      phoneHint: phone && maskPhone(phone),
      emailHint: email && maskEmail(email),
      memberNumber: member,
      lastSeenAt: new Date(newest.at).toISOString(),
    };
  }

  function findByKeys({ keys }: SearchTerms): string[] {
    const sequences = searchKeys(keys).reverse();
    return [...new Set(sequences.flatMap((sequence) => readSubject.get(sequence) ?? []))];
  }

  return {
    /**
     * People whom the text may mean, each once, newest capture first, at most `limit`. A receipt, phone,
     * email or member number that is known decides; otherwise every word must be part of a name.
     */
    search(text: string, limit: number): PeopleFound {
      const terms = readSearchTerms(text);
      const exact = findByKeys(terms);
      // One more than is shown says whether there are more.
      const found = exact.length > 0 ? exact : searchNames(terms.words, limit + 1);
      const hits = readNewest.all(JSON.stringify(found.slice(0, limit))).map(formHit);
      return { hits, more: found.length > limit };
    },
  };
}
