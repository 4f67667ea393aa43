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

/** How their captures show a person. */
type Shown = {
  subject: string;
  at: number;
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
  // A void names its person and no details: the newest capture that shows any speaks for the person.
  const readShown = connection.prepare<[string], Shown>(
    `SELECT newest.subject, newest.at, shown.name, shown.phone, shown.email, shown.member
     FROM json_each(?)
     JOIN sighting AS newest ON newest.subject = value
      AND newest.sequence = (SELECT max(sequence) FROM sighting WHERE subject = value)
     LEFT JOIN sighting AS shown ON shown.subject = value
      AND shown.sequence = (SELECT max(sequence) FROM sighting WHERE subject = value
                            AND coalesce(name, phone, email, member) IS NOT NULL)
     ORDER BY newest.sequence DESC`,
  );

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
      const hits = readShown.all(JSON.stringify(found.slice(0, limit))).map(formHit);
      return { hits, more: found.length > limit };
    },
  };
}

function formHit({ subject, at, name, phone, email, member }: Shown): PersonHit {
  return {
    subject,
    name,
    phoneHint: phone && maskPhone(phone),
    emailHint: email && maskEmail(email),
    memberNumber: member,
    lastSeenAt: new Date(at).toISOString(),
  };
}
