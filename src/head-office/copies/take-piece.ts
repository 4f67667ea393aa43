import { sql, type Transaction } from "kysely";
import type { PieceAnswer, PieceRequest } from "../../contract/attachment.ts";
import type { Db } from "../db/database.ts";
import type { Tables } from "../db/tables.ts";
import { sha256OfBytes } from "../sha256.ts";
import { findMark } from "./attachment-mark.ts";

type Untimed<Answer> = Answer extends PieceAnswer ? Omit<Answer, "serverTime"> : never;
type Word = Untimed<PieceAnswer>;

/**
 * Takes the next bytes of a sealed picture from the device that took its capture. They are durable when this
 * answers. The same piece again, or one from elsewhere than where the picture stands, changes nothing: the
 * answer says from where to go on. All of it is kept only if it is what the capture's payload says.
 */
export async function takePiece(
  db: Db,
  signer: string,
  piece: PieceRequest,
  now: Date,
): Promise<Word> {
  const named = { capture: piece.capture, digest: piece.digest };
  return db.transaction().execute(async (work): Promise<Word> => {
    // Two pieces of one picture at once must see each other.
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${piece.capture}, 1))`.execute(work);
    const capture = await work
      .selectFrom("capture")
      .select(["kind", "version", "payload"])
      .where("id", "=", piece.capture)
      .where("device", "=", signer)
      .executeTakeFirst();
    if (!capture) return { ...named, state: "refused", reason: "no-capture" };
    const mark = findMark(capture);
    const isIts =
      mark?.digest === piece.digest && mark.size === piece.size && mark.purpose === piece.purpose;
    if (!isIts || (await isAnothers(work, piece))) {
      return { ...named, state: "refused", reason: "not-its-picture" };
    }
    const known = await readKnown(work, piece);
    if (known.destroyed_at) return { ...named, state: "refused", reason: "destroyed" };
    if (known.whole_at) return { ...named, state: "whole" };
    const bytes = Buffer.from(piece.bytes, "base64");
    if (piece.offset !== known.received || bytes.length === 0) {
      return { ...named, state: "more", have: known.received };
    }
    const received = known.received + bytes.length;
    await work
      .insertInto("attachment_piece")
      .values({ capture: piece.capture, first_byte: piece.offset, bytes })
      .execute();
    if (received < piece.size) {
      await note(work, piece.capture, { received });
      return { ...named, state: "more", have: received };
    }
    return { ...named, ...(await close(work, piece, now)) };
  });
}

/**
 * Whether it was sealed for a capture that head office took: the picture of that one is its own, and is destroyed
 * with it. That it was sealed for the capture it names, only opening it shows.
 */
async function isAnothers(work: Transaction<Tables>, { sealedFor }: PieceRequest) {
  if (!sealedFor) return false;
  const taken = await work
    .selectFrom("capture")
    .select("id")
    .where("id", "=", sealedFor.capture)
    .executeTakeFirst();
  return taken !== undefined;
}

/** All bytes are there: kept if they are the right ones, else begun anew. */
async function close(
  work: Transaction<Tables>,
  { capture, digest, size }: PieceRequest,
  now: Date,
): Promise<{ state: "whole" } | { state: "refused"; reason: "digest-mismatch" }> {
  const pieces = await work
    .selectFrom("attachment_piece")
    .select("bytes")
    .where("capture", "=", capture)
    .orderBy("first_byte")
    .execute();
  const sealed = Buffer.concat(pieces.map(({ bytes }) => bytes));
  await work.deleteFrom("attachment_piece").where("capture", "=", capture).execute();
  if (sealed.length !== size || sha256OfBytes(sealed) !== digest) {
    await note(work, capture, { received: 0 });
    return { state: "refused", reason: "digest-mismatch" };
  }
  await note(work, capture, { received: size, sealed, whole_at: now });
  return { state: "whole" };
}

async function note(
  work: Transaction<Tables>,
  capture: string,
  change: { received: number; sealed?: Buffer; whole_at?: Date },
): Promise<void> {
  await work.updateTable("attachment").set(change).where("capture", "=", capture).execute();
}

async function readKnown(work: Transaction<Tables>, piece: PieceRequest) {
  const { capture, purpose, digest, size, key, sealedFor } = piece;
  await work
    .insertInto("attachment")
    .values({
      capture,
      purpose,
      digest,
      size,
      sealing_key: key,
      received: 0,
      sealed_capture: sealedFor?.capture ?? null,
      sealed_sequence: sealedFor?.sequence ?? null,
    })
    .onConflict((conflict) => conflict.column("capture").doNothing())
    .execute();
  return work
    .selectFrom("attachment")
    .select(["received", "whole_at", "destroyed_at"])
    .where("capture", "=", capture)
    .executeTakeFirstOrThrow();
}
