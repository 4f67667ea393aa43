import { findEnvelopeFault } from "../../contract/chain.ts";
import { shortestOpeningReason } from "../../contract/inbox-copy-procedures.ts";
import { type PlainPicture, readPlainPicture } from "../../contract/plain-picture.ts";
import type { Db } from "../db/database.ts";
import { sha256, sha256OfBytes } from "../sha256.ts";
import { readStored } from "../stored-captures.ts";
import { findMark } from "./attachment-mark.ts";
import type { CopyKey } from "./copy-key.ts";
import { addToCopyLog, type CopyAction, type Handler } from "./copy-log.ts";
import { openSealed } from "./open-sealed.ts";

/** Roles at head office that may look at a copy. */
const openingRoles: readonly string[] = ["dpo"];

export type CopyOpening =
  | { ok: true; picture: Uint8Array; type: PlainPicture["type"] }
  | {
      ok: false;
      fault:
        | "not-your-role"
        | "reason-needed"
        /** No such capture, or it has no copy, or the copy has not come yet. */
        | "no-copy"
        | "destroyed"
        /** Sealed to another key than the one that is open. */
        | "other-key"
        /** Not what the desk sealed for this capture: changed, swapped or re-attributed. In the log. */
        | "not-authentic";
    };

/**
 * Opens one copy for one person with one reason. The log has it before a byte of it is out; a copy that is
 * not authentic is shown to nobody, and that is in the log too.
 */
export async function openCopy(
  db: Db,
  key: CopyKey,
  asked: Handler & { capture: string; reason: string },
  now: Date,
): Promise<CopyOpening> {
  const { capture, who, role } = asked;
  const reason = asked.reason.trim();
  if (!openingRoles.includes(role)) return { ok: false, fault: "not-your-role" };
  if ([...reason].length < shortestOpeningReason) return { ok: false, fault: "reason-needed" };
  const found = await readCopy(db, capture);
  if (!found) return { ok: false, fault: "no-copy" };
  if (found.destroyed_at) return { ok: false, fault: "destroyed" };
  if (!found.sealed) return { ok: false, fault: "no-copy" };
  if (found.sealing_key !== key.id) return { ok: false, fault: "other-key" };

  const note = (action: CopyAction) =>
    db
      .transaction()
      .execute((work) => addToCopyLog(work, { at: now, action, capture, who, role, reason }));
  const mark = findMark(found);
  const isUnchanged = findEnvelopeFault(sha256, readStored(found)) === null;
  const isMeant = isUnchanged && mark !== null && sha256OfBytes(found.sealed) === mark.digest;
  const place = mark && {
    // What says again what was refused has its picture as it was sealed for the first.
    capture: found.sealed_capture ?? capture,
    device: found.device,
    sequence: found.sealed_sequence ?? found.sequence,
    purpose: mark.purpose,
  };
  const picture = isMeant && place ? await openSealed(key, place, found.sealed) : null;
  const read = picture && readPlainPicture(picture);
  if (!picture || !read?.ok) {
    await note("open-failed");
    return { ok: false, fault: "not-authentic" };
  }
  await note("open");
  return { ok: true, picture, type: read.picture.type };
}

function readCopy(db: Db, capture: string) {
  return db
    .selectFrom("attachment")
    .innerJoin("capture", "capture.id", "attachment.capture")
    .selectAll("capture")
    .select([
      "attachment.sealed",
      "attachment.sealed_capture",
      "attachment.sealed_sequence",
      "attachment.sealing_key",
      "attachment.destroyed_at",
    ])
    .where("attachment.capture", "=", capture)
    .executeTakeFirst();
}
