import type { AttachmentMark, AttachmentPurpose, SealedFor } from "../../contract/attachment.ts";
import type { Connection } from "./connection.ts";
import { readTried, type TriedRow } from "./tried-row.ts";

/** A picture that was sealed for head office, with what its capture says of it. */
export type SealedAttachment = AttachmentMark & {
  /** The id of the key that opens it. */
  key: string;
  sealed: Uint8Array;
};

/** The next bytes to be sent of one picture. */
export type NextPiece = AttachmentMark & {
  sequence: number;
  capture: string;
  key: string;
  /** Failures in a row. */
  tries: number;
  offset: number;
  bytes: Uint8Array;
  /** The refused capture that it was sealed for; left out: its own. */
  sealedFor?: SealedFor;
};

/** Where a capture's picture is. */
export type Whereabouts = "waiting" | "parked" | "at-head-office";

export type Attachments = ReturnType<typeof makeAttachments>;

type PieceRow = {
  sequence: number;
  capture: string;
  purpose: string;
  sealing_key: string;
  digest: string;
  size: number;
  sent: number;
  tries: number;
  bytes: Uint8Array;
  sealed_capture: string | null;
  sealed_sequence: number | null;
};

/**
 * Sealed pictures on their way to head office, apart from the outbox, so that none is ever in the way of a
 * capture. One leaves this PC by head office's word that it has all of it, or when its time is over.
 */
export function makeAttachments(connection: Connection, now: () => number) {
  const insert = connection.prepare(
    `INSERT INTO attachment (sequence, purpose, sealing_key, digest, size, sealed)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  // Only that of a capture which head office has: it would not know what to do with another. One that was
  // tried after now is due too: the clock was set back since.
  const due = connection.prepare<[number, number, number], PieceRow>(
    `SELECT sequence, log.id AS capture, purpose, sealing_key, digest, size, sent,
       attachment.tries, substr(sealed, sent + 1, ?) AS bytes, sealed_capture, sealed_sequence
     FROM attachment JOIN capture_log AS log USING (sequence) JOIN acknowledged USING (sequence)
     WHERE acknowledged_at IS NULL AND attachment.parked = 0
       AND (next_try_at <= ? OR last_tried_at > ?)
     ORDER BY sequence LIMIT 1`,
  );
  const noteSent = connection.prepare(
    `UPDATE attachment SET tries = iif(? > sent, 0, tries), sent = ?, next_try_at = 0, reason = NULL
     WHERE sequence = ? AND acknowledged_at IS NULL`,
  );
  const noteMore = connection.prepare(
    "UPDATE attachment SET sent = ? WHERE sequence = ? AND sent < ? AND acknowledged_at IS NULL",
  );
  const acknowledge = connection.prepare(
    `UPDATE attachment SET sealed = NULL, sent = size, parked = 0, reason = NULL, acknowledged_at = ?
     WHERE sequence = ? AND digest = ? AND acknowledged_at IS NULL`,
  );
  const tried = connection.prepare(
    `UPDATE attachment SET tries = tries + 1, last_tried_at = ?, reason = ?, next_try_at = ?
     WHERE sequence = ? AND acknowledged_at IS NULL`,
  );
  const park = connection.prepare(
    `UPDATE attachment SET parked = 1, tries = tries + 1, last_tried_at = ?, reason = ?, sent = 0
     WHERE sequence = ? AND acknowledged_at IS NULL`,
  );
  const makeDue = connection.prepare(
    "UPDATE attachment SET next_try_at = 0 WHERE acknowledged_at IS NULL AND parked = 0",
  );
  const retryAll = connection.prepare(
    "UPDATE attachment SET parked = 0, next_try_at = 0 WHERE acknowledged_at IS NULL",
  );
  const beginAnew = connection.prepare(
    "UPDATE attachment SET parked = 0, next_try_at = 0, sent = 0 WHERE acknowledged_at IS NULL",
  );
  const retryOne = connection.prepare(
    `UPDATE attachment SET parked = 0, next_try_at = 0
     WHERE acknowledged_at IS NULL AND sequence = (SELECT sequence FROM capture_log WHERE id = ?)`,
  );
  const waiting = connection.prepare<[], TriedRow>(
    `SELECT attachment.sequence, id, kind, captured_at, staff, parked, tries, last_tried_at,
       next_try_at, reason
     FROM attachment JOIN capture_log AS log USING (sequence)
     WHERE acknowledged_at IS NULL ORDER BY parked, attachment.sequence`,
  );
  const toCarry = connection.prepare<[], Omit<PieceRow, "tries" | "bytes"> & { isThere: number }>(
    `SELECT sequence, log.id AS capture, purpose, sealing_key, digest, size, sent,
       acknowledged.sequence IS NOT NULL AS "isThere"
     FROM attachment JOIN capture_log AS log USING (sequence) LEFT JOIN acknowledged USING (sequence)
     WHERE acknowledged_at IS NULL AND attachment.parked = 0 ORDER BY sequence`,
  );
  const readSlice = connection
    .prepare<[number, number, number], Uint8Array | null>(
      "SELECT substr(sealed, ?, ?) FROM attachment WHERE sequence = ?",
    )
    .pluck();
  const remove = connection.prepare("DELETE FROM attachment WHERE sequence = ?");
  const digest = connection
    .prepare<[number], string>(
      "SELECT digest FROM attachment WHERE sequence = ? AND acknowledged_at IS NULL",
    )
    .pluck();
  const move = connection.prepare(
    `UPDATE attachment SET sequence = ?, sealed_capture = coalesce(sealed_capture, ?),
       sealed_sequence = coalesce(sealed_sequence, ?), sent = 0, parked = 0, tries = 0,
       last_tried_at = NULL, next_try_at = 0, reason = NULL
     WHERE sequence = ? AND acknowledged_at IS NULL`,
  );
  const find = connection.prepare<[number], { parked: number; acknowledged_at: number | null }>(
    "SELECT parked, acknowledged_at FROM attachment WHERE sequence = ?",
  );
  const counts = connection.prepare<
    [],
    {
      waiting: number;
      parked: number;
      oldestWaitingSince: string | null;
      oldestSince: string | null;
    }
  >(
    `SELECT count(*) FILTER (WHERE parked = 0) AS waiting,
       count(*) FILTER (WHERE parked = 1) AS parked,
       min(captured_at) FILTER (WHERE parked = 0) AS oldestWaitingSince,
       min(captured_at) AS oldestSince
     FROM attachment JOIN capture_log USING (sequence) WHERE acknowledged_at IS NULL`,
  );

  return {
    /** To be called within the store's `write`, with the capture itself. */
    add(sequence: number, { purpose, key, digest, size, sealed }: SealedAttachment): void {
      insert.run(sequence, purpose, key, digest, size, sealed);
    },

    /** The oldest picture whose next try is at `at` (ms) or before, and at most `limit` of its bytes. */
    nextPiece(at: number, limit: number): NextPiece | null {
      const row = due.get(limit, at, at);
      if (row === undefined) return null;
      const { sequence, capture, purpose, sealing_key, digest, size, sent, tries, bytes } = row;
      const mark = { purpose: purpose as AttachmentPurpose, digest, size };
      const { sealed_capture: first, sealed_sequence: place } = row;
      const isOwn = first === null || place === null;
      return {
        sequence,
        capture,
        ...mark,
        key: sealing_key,
        tries,
        offset: sent,
        bytes,
        ...(isOwn ? {} : { sealedFor: { capture: first, sequence: place } }),
      };
    },

    /** All that wait, without their bytes. `isThere`: head office has the capture. */
    listToCarry(): (Omit<NextPiece, "tries" | "bytes"> & { isThere: boolean })[] {
      return toCarry.all().map(({ sealing_key, sent, isThere, purpose, ...row }) => ({
        ...row,
        purpose: purpose as AttachmentPurpose,
        key: sealing_key,
        offset: sent,
        isThere: isThere === 1,
      }));
    },

    /** At most `limit` bytes from `offset` on; empty: they are not here any more. */
    readBytes: (sequence: number, offset: number, limit: number): Uint8Array =>
      readSlice.get(offset + 1, limit, sequence) ?? new Uint8Array(),

    /** Head office has the first `sent` bytes. */
    noteSent(sequence: number, sent: number): void {
      noteSent.run(sent, sent, sequence);
    },

    /** Head office had the first `sent` bytes some time ago: it may have more by now. */
    noteMore(sequence: number, sent: number): void {
      noteMore.run(sent, sequence, sent);
    },

    /**
     * Head office has all of it, or destroyed it: the bytes go, from the database (`secure_delete`) and from its log. A word
     * for another picture does nothing.
     */
    acknowledge(sequence: number, digest: string): void {
      if (acknowledge.run(now(), sequence, digest).changes === 0) return;
      connection.pragma("wal_checkpoint(TRUNCATE)");
    },

    /** The digest of the sealed bytes that are still here; null: there are none. */
    readDigest: (sequence: number): string | null => digest.get(sequence) ?? null,

    /**
     * Gives the picture of a capture that head office refused to the one that says it again. Nobody here can
     * seal it anew, so it stays sealed for the first. To be called within the store's `write`, with the capture.
     */
    move(from: { id: string; sequence: number }, to: number): void {
      move.run(to, from.id, from.sequence, from.sequence);
    },

    /** Its time is over: the bytes go, whether or not head office has them. True: there was one. */
    destroy: (sequence: number): boolean => remove.run(sequence).changes > 0,

    /** Counts a try; it keeps waiting until `nextTryAt` (ms). */
    markTried(sequence: number, reason: string, nextTryAt: number): void {
      tried.run(now(), reason, nextTryAt, sequence);
    },

    /** It cannot be sent as it is; a person sees why, and may have it sent again from its beginning. */
    park(sequence: number, reason: string): void {
      park.run(now(), reason, sequence);
    },

    makeDue(): void {
      makeDue.run();
    },

    /** Lets all, or those of the captures with these ids, be tried at once, parked ones too. */
    retry(ids: "all" | readonly string[]): void {
      if (ids === "all") retryAll.run();
      else for (const id of ids) retryOne.run(id);
    },

    /** All that head office does not have goes from its beginning, parked ones too. */
    beginAnew(): void {
      beginAnew.run();
    },

    /** All that head office does not have: what waits, oldest first, then what is parked. */
    list: () => waiting.all().map(readTried),
    counts: () =>
      counts.get() ?? { waiting: 0, parked: 0, oldestWaitingSince: null, oldestSince: null },

    /** Null: the capture has no picture. */
    locate(sequence: number): Whereabouts | null {
      const row = find.get(sequence);
      if (row === undefined) return null;
      if (row.acknowledged_at !== null) return "at-head-office";
      return row.parked === 1 ? "parked" : "waiting";
    },
  };
}
