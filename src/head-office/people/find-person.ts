import { sql } from "kysely";
import type { AnyCaptureDefinition } from "../../captures/define-capture.ts";
import type { OfficeCapture } from "../../contract/inbox-case-procedures.ts";
import { isSurelyTheirs, type MatchReason } from "../../contract/inbox-person-procedures.ts";
import { readOfficeCaptures } from "../cases/case-captures.ts";
import type { Db } from "../db/database.ts";
import { findDefinition } from "../stored-payload.ts";

/** What somebody is known by. Phones are E.164, emails lower case, names as `foldName` has them. */
export type PersonKeys = {
  subject: ReadonlySet<string>;
  phone: ReadonlySet<string>;
  email: ReadonlySet<string>;
  member: ReadonlySet<string>;
  name: ReadonlySet<string>;
};

export type FoundCapture = { capture: OfficeCapture; matchedBy: MatchReason[] };

/** What a capture that can be read says of whom it is about. */
export function readKeys(capture: OfficeCapture): PersonKeys | null {
  const { header, payload } = capture;
  const definition: AnyCaptureDefinition | null = findDefinition(header.kind, header.version);
  if (payload === null || definition === null) return null;
  const { phone, email, member, name } = definition.searchKeys(payload);
  const subject = definition.subject(payload);
  return {
    subject: new Set(subject ? [subject.id] : []),
    phone: new Set(phone),
    email: new Set(email.map((one) => one.toLowerCase())),
    member: new Set(member),
    name: new Set([...name, ...listPictureNames(payload)].map(foldName)),
  };
}

/** Consents to pictures bear a name, though no desk looks anybody up by it. */
function listPictureNames(payload: unknown): string[] {
  const { name } = payload as { name?: unknown };
  return typeof name === "string" ? [name] : [];
}

function foldName(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

const reasons = [
  ["subject", "same-person"],
  ["phone", "phone"],
  ["email", "email"],
  ["member", "member"],
  ["name", "name"],
] as const;

/**
 * All captures of all devices about a person: by the id under which a desk knows them, by phone, email and
 * member number, and then by the ids that were found so, since each desk gives its own. What bears their name is
 * found too, but leads to nobody else's records: two people may have one name. Whoever reads it decides what is
 * theirs, for a family may share a phone.
 */
export async function findPerson(db: Db, keys: PersonKeys): Promise<FoundCapture[]> {
  const first = await findByKeys(db, { ...keys, name: new Set() });
  const subjects = new Set(keys.subject);
  for (const { capture } of first) {
    for (const subject of readKeys(capture)?.subject ?? []) subjects.add(subject);
  }
  const all = await findByKeys(db, { ...keys, subject: subjects });
  const found = new Map(all.map((one) => [one.capture.header.id, one]));
  const amending = await findAmending(db, [...found.keys()]);
  const more = amending.flatMap((capture): FoundCapture[] => {
    const { id, amends } = capture.header;
    if (found.has(id)) return [];
    const amended = found.get(amends ?? "")?.matchedBy ?? [];
    return [{ capture, matchedBy: isSurelyTheirs(amended) ? ["amends"] : ["name", "amends"] }];
  });
  return [...all, ...more].sort((one, other) =>
    one.capture.header.capturedAt < other.capture.header.capturedAt ? -1 : 1,
  );
}

async function findByKeys(db: Db, keys: PersonKeys): Promise<FoundCapture[]> {
  const texts = reasons.flatMap(([name]) => [...keys[name]]);
  if (texts.length === 0) return [];
  // There is no index of people here: nobody is looked up at head office but for a request of their own,
  // and an index would cost every push. This reads all payloads once.
  const patterns = texts.map(makePattern);
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM capture
    WHERE payload IS NOT NULL AND payload ILIKE ANY (${patterns}::text[])`.execute(db);
  const captures = await readOfficeCaptures(
    db,
    rows.map(({ id }) => id),
  );
  return captures.flatMap((capture): FoundCapture[] => {
    const own = readKeys(capture);
    if (!own) return [];
    const matchedBy = reasons.flatMap(([name, reason]) =>
      [...own[name]].some((text) => keys[name].has(text)) ? [reason] : [],
    );
    return matchedBy.length > 0 ? [{ capture, matchedBy }] : [];
  });
}

/** Finds a text where a payload has it, as JSON writes it and with any space between its words. */
function makePattern(text: string): string {
  const written = JSON.stringify(text).slice(1, -1);
  return `%${written.replace(/[\\%_]/g, (sign) => `\\${sign}`).replaceAll(" ", "%")}%`;
}

async function findAmending(db: Db, ids: readonly string[]): Promise<OfficeCapture[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM capture
    WHERE payload IS NOT NULL AND amends = ANY (${`{${ids.join()}}`}::uuid[])`.execute(db);
  return readOfficeCaptures(
    db,
    rows.map(({ id }) => id),
  );
}
