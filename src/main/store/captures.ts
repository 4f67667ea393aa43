import type { SearchKeys, SubjectSummary } from "../../captures/define-capture.ts";
import { chainStart, findEnvelopeFault, type Sha256 } from "../../contract/chain.ts";
import type { Envelope } from "../../contract/envelope.ts";
import type { ChainAhead } from "../../contract/sync.ts";
import type { Connection } from "./connection.ts";
import { type EnvelopeRow, envelopeColumns, readEnvelope } from "./envelope-row.ts";
import { type ExactKeys, makeKeySearch } from "./exact-keys.ts";
import { makeSearchIndex } from "./search-index.ts";

/** A capture to be added, with all that it is to be found by. */
export type NewCapture = {
  envelope: Envelope;
  /** Names the request it came by: the same request is one capture. */
  request: string;
  subject: SubjectSummary | null;
  keys: SearchKeys;
};

/** A capture with where it stands. `acknowledgedAt`: ISO, null until head office has it. */
export type KeptCapture = {
  envelope: Envelope;
  acknowledgedAt: string | null;
  parked: boolean;
  /** A manager looks at it before it is sent. */
  held: boolean;
  /** Head office refused it, and another capture says it again or takes it out. */
  settled: { by: string; how: "again" | "void" } | null;
};

/** How many captures of a kind still have their content, and when the oldest was taken (ISO). */
export type KeptTally = { kind: string; kept: number; oldest: string };

type Link = { sequence: number; hash: string };
/** The first capture at which the chain does not hold. */
export type ChainFault = { sequence: number; fault: "content" | "header" | "gap" | "link" };

export type Captures = ReturnType<typeof makeCaptures>;

type KeptRow = EnvelopeRow & {
  acknowledged_at: number | null;
  parked: number | null;
  held: number;
  settled_by: string | null;
  settled_how: "again" | "void" | null;
};

const kept = `SELECT ${envelopeColumns}, acknowledged.at AS acknowledged_at, outbox.parked AS parked,
    held.sequence IS NOT NULL AS held, settled.by_capture AS settled_by, settled.how AS settled_how
  FROM capture_log AS log LEFT JOIN acknowledged USING (sequence) LEFT JOIN outbox USING (sequence)
    LEFT JOIN held USING (sequence) LEFT JOIN settled USING (sequence)`;

/** The capture-log. It is added to; nothing changes a row but `purge`, which retention calls. */
export function makeCaptures(connection: Connection) {
  const index = makeSearchIndex(connection);
  const searchKeys = makeKeySearch(connection);
  const insert = connection.prepare(`INSERT INTO capture_log
    (sequence, id, request, envelope, device, kind, version, captured_at, clock_offset_ms, branch, staff,
     amends, notice_id, notice_version, notice_language, notice_hash, content_hash, previous_hash, hash,
     salt, payload)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const last = connection.prepare<[], { sequence: number; hash: string; capturedAt: string }>(
    "SELECT sequence, hash, captured_at AS capturedAt FROM capture_log ORDER BY sequence DESC LIMIT 1",
  );
  const skipped = connection.prepare<[], Link>(
    "SELECT upto AS sequence, hash FROM skipped ORDER BY upto",
  );
  const skip = connection.prepare("INSERT INTO skipped (upto, hash, had) VALUES (?, ?, ?)");
  // Read once: every save needs them, this is the only writer, and few stores have any.
  let skips: readonly Link[] | null = null;
  const listSkips = () => {
    skips ??= skipped.all();
    return skips;
  };

  /** What the next capture follows: the newest here, or what head office has beyond it. Null before the first. */
  function readEnd() {
    const newest = last.get() ?? null;
    const ahead = listSkips().at(-1);
    if (ahead === undefined || (newest !== null && newest.sequence > ahead.sequence)) return newest;
    return { ...ahead, capturedAt: newest?.capturedAt ?? null };
  }
  const byRequest = connection.prepare<[string], KeptRow>(`${kept} WHERE log.request = ?`);
  const byId = connection.prepare<[string], KeptRow>(`${kept} WHERE log.id = ?`);
  const bySequence = connection.prepare<[number], KeptRow>(`${kept} WHERE log.sequence = ?`);
  const bySubject = connection.prepare<[string], KeptRow>(
    `${kept} JOIN sighting USING (sequence) WHERE sighting.subject = ? ORDER BY sighting.sequence`,
  );
  const byAmended = connection.prepare<[string], KeptRow>(
    `${kept} WHERE log.amends = ? ORDER BY log.sequence`,
  );
  const byKind = connection.prepare<[string], KeptRow>(
    // The second condition lets the partial index serve.
    `${kept} WHERE log.kind = ? AND log.kind <> 'marketing-consent' ORDER BY log.sequence`,
  );
  const byGroup = connection.prepare<[string], KeptRow>(
    `${kept} JOIN search_key USING (sequence)
     WHERE search_key.type = 'group' AND search_key.value = ? ORDER BY log.sequence`,
  );
  const older = connection.prepare<[string, string, string, number, number], KeptRow>(
    `${kept} WHERE log.kind = ? AND log.payload IS NOT NULL AND log.captured_at < ?
       AND (log.captured_at, log.sequence) > (?, ?)
     ORDER BY log.captured_at, log.sequence LIMIT ?`,
  );
  const tally = connection.prepare<[], KeptTally>(
    `SELECT kind, count(*) AS kept, min(captured_at) AS oldest FROM capture_log
     WHERE payload IS NOT NULL GROUP BY kind`,
  );
  const groups = connection
    .prepare<[], string>(
      "SELECT DISTINCT value FROM search_key WHERE type = 'group' ORDER BY value",
    )
    .pluck();
  const inOrder = connection.prepare<[], EnvelopeRow>(
    `SELECT ${envelopeColumns} FROM capture_log AS log ORDER BY log.sequence`,
  );
  const count = connection.prepare<[], number>("SELECT count(*) FROM capture_log").pluck();
  const clear = connection.prepare(
    "UPDATE capture_log SET payload = NULL, salt = NULL WHERE sequence = ?",
  );
  const isWaiting = connection.prepare<[number], number>("SELECT 1 FROM unsent WHERE sequence = ?");

  const readOne = (row: KeptRow | undefined) => (row === undefined ? null : readKept(row));

  return {
    /** Sequence and hash that the next capture follows, and the moment (ISO) of the newest here; null before the first. */
    last: readEnd,

    /**
     * Lets the next capture follow what head office has beyond this store. Nothing happens where the store has
     * got there by itself. The answer: whether places were skipped.
     */
    skipTo({ upTo, hash, had }: ChainAhead): boolean {
      if (upTo <= (readEnd()?.sequence ?? 0)) return false;
      skip.run(upTo, hash, had);
      skips = null;
      return true;
    },

    count: () => count.get() ?? 0,

    /** Adds one capture with its search keys. To be called within the store's `write`. */
    append({ envelope, request, subject, keys }: NewCapture): void {
      const { notice } = envelope;
      insert.run(
        envelope.sequence,
        envelope.id,
        request,
        envelope.envelope,
        envelope.device,
        envelope.kind,
        envelope.version,
        envelope.capturedAt,
        envelope.clockOffsetMs,
        envelope.branch,
        envelope.staff,
        envelope.amends,
        notice?.id ?? null,
        notice?.version ?? null,
        notice?.language ?? null,
        notice?.hash ?? null,
        envelope.contentHash,
        envelope.previousHash,
        envelope.hash,
        envelope.salt,
        envelope.payload,
      );
      index.add(envelope.sequence, Date.parse(envelope.capturedAt), subject, keys);
    },

    readByRequest: (request: string) => readOne(byRequest.get(request)),
    readById: (id: string) => readOne(byId.get(id)),
    /** By the sequence of this device, as a receipt number names it. */
    readBySequence: (sequence: number) => readOne(bySequence.get(sequence)),
    /** All captures that name this subject, oldest first. */
    listBySubject: (subject: string) => bySubject.all(subject).map(readKept),
    /** All captures that amend this one, oldest first. */
    listAmending: (id: string) => byAmended.all(id).map(readKept),
    /** All captures of a kind other than marketing consents, oldest first. */
    listByKind: (kind: string) => byKind.all(kind).map(readKept),
    /** All captures with any of these keys, oldest first. */
    listSharing(keys: ExactKeys): KeptCapture[] {
      return searchKeys(keys).flatMap((sequence) => {
        const row = bySequence.get(sequence);
        return row === undefined ? [] : [readKept(row)];
      });
    },

    /** All captures of one group, oldest first. */
    listByGroup: (group: string) => byGroup.all(group).map(readKept),
    /** Captures of a kind that are still here, taken before a moment, oldest first, from after a place on. */
    listOlder: (
      kind: string,
      before: string,
      after: { capturedAt: string; sequence: number },
      limit: number,
    ) => older.all(kind, before, after.capturedAt, after.sequence, limit).map(readKept),
    /** How much is still here of each kind, and since when. */
    tallyKept: () => tally.all(),
    /** All groups of captures whose content is still here. */
    listGroups: () => groups.all(),

    /** Checks every capture against its hashes and its predecessor. Null: the chain holds. */
    verifyChain(sha256: Sha256): ChainFault | null {
      let previous: Link | null = null;
      for (const row of inOrder.iterate()) {
        const item = readEnvelope(row);
        const ahead = listSkips().find(({ sequence }) => sequence === item.sequence - 1);
        const fault = findLinkFault(item, ahead ?? previous) ?? findEnvelopeFault(sha256, item);
        if (fault) return { sequence: item.sequence, fault };
        previous = item;
      }
      return null;
    },

    /**
     * Ends the retention of these captures: payload and salt go, and all they could be found by; header and
     * hashes stay, so the chain holds. What head office does not have yet cannot be purged: that would lose it.
     */
    purge(sequences: readonly number[]): void {
      // Whoever calls it: content that is gone while its person can still be found is nobody's to end any more.
      connection
        .transaction(() => {
          for (const sequence of sequences) {
            if (isWaiting.get(sequence) !== undefined) {
              throw new Error(`capture ${sequence} has not reached head office yet`);
            }
            clear.run(sequence);
          }
          index.drop(sequences);
        })
        .immediate();
    },
  };
}

function readKept(row: KeptRow): KeptCapture {
  return {
    envelope: readEnvelope(row),
    acknowledgedAt:
      row.acknowledged_at === null ? null : new Date(row.acknowledged_at).toISOString(),
    parked: row.parked === 1,
    held: row.held === 1,
    settled:
      row.settled_by === null || row.settled_how === null
        ? null
        : { by: row.settled_by, how: row.settled_how },
  };
}

function findLinkFault(item: Envelope, previous: Link | null): "gap" | "link" | null {
  if (item.sequence !== (previous?.sequence ?? 0) + 1) return "gap";
  return item.previousHash === (previous?.hash ?? chainStart) ? null : "link";
}
