import { z } from "zod";
import { pieceRequest } from "../../contract/attachment.ts";
import { auditRequest } from "../../contract/audit.ts";
import type { CarriedAnswer } from "../../contract/courier.ts";
import { pushRequest, syncPaths } from "../../contract/sync.ts";
import { acceptCaptures } from "../accept-capture.ts";
import type { AuditFault } from "../audit/audit-faults.ts";
import { takeAudit } from "../audit/take-audit.ts";
import { takePiece } from "../copies/take-piece.ts";
import type { Db } from "../db/database.ts";

/** As `carriedRequest`, but with items unparsed as at the route: a bad one has its own verdict. */
const takenRequest = z.discriminatedUnion("path", [
  z.strictObject({ path: z.literal(syncPaths.push), body: pushRequest }),
  z.strictObject({ path: z.literal(syncPaths.piece), body: pieceRequest }),
  z.strictObject({ path: z.literal(syncPaths.audit), body: auditRequest }),
]);
type TakenRequest = z.output<typeof takenRequest>;

/** What came of a bundle: captures by verdict, pieces of pictures, lines of the log, requests nobody could read. */
export type BundleCounts = {
  accepted: number;
  had: number;
  refused: number;
  pieces: number;
  logEntries: number;
  unread: number;
};

export type Taken = {
  answers: (CarriedAnswer | null)[];
  counts: BundleCounts;
  /** What is newly wrong with the device's log. */
  faults: AuditFault[];
};

/**
 * Takes requests one after the other as if `device` had just sent them, by the routes' own code. All that is
 * accepted is durable when this answers. Null in the place of one that cannot be read.
 */
export async function takeRequests(
  db: Db,
  device: string,
  requests: readonly unknown[],
  now: () => Date,
): Promise<Taken> {
  const taken: Taken = {
    answers: [],
    counts: { accepted: 0, had: 0, refused: 0, pieces: 0, logEntries: 0, unread: 0 },
    faults: [],
  };
  for (const request of requests) {
    const read = takenRequest.safeParse(request);
    if (read.success) taken.answers.push(await takeOne(db, device, read.data, now, taken));
    else {
      taken.answers.push(null);
      taken.counts.unread += 1;
    }
  }
  return taken;
}

async function takeOne(
  db: Db,
  device: string,
  request: TakenRequest,
  now: () => Date,
  { counts, faults }: Taken,
): Promise<CarriedAnswer> {
  const at = now();
  const serverTime = at.toISOString();
  switch (request.path) {
    case syncPaths.push: {
      const verdicts = await acceptCaptures(db, device, request.body.items, at);
      for (const { verdict } of verdicts) {
        if (verdict === "accepted") counts.accepted += 1;
        else if (verdict === "duplicate") counts.had += 1;
        else counts.refused += 1;
      }
      return { path: request.path, answer: { verdicts, serverTime } };
    }
    case syncPaths.piece: {
      const word = await takePiece(db, device, request.body, at);
      counts.pieces += 1;
      return { path: request.path, answer: { ...word, serverTime } };
    }
    case syncPaths.audit: {
      const { have, faults: found } = await takeAudit(db, device, request.body, at);
      counts.logEntries += request.body.entries.length;
      faults.push(...found);
      return { path: request.path, answer: { have, serverTime } };
    }
  }
}
