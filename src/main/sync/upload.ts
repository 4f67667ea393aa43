import { type PieceAnswer, pieceAnswer, pieceLimit } from "../../contract/attachment.ts";
import { syncPaths } from "../../contract/sync.ts";
import type { Attachments, NextPiece } from "../store/attachments.ts";
import { meetTrouble, type Trouble } from "./answer-reading.ts";
import { drawBackoff } from "./backoff.ts";
import type { Line } from "./line.ts";
import { settlePiece } from "./piece-settling.ts";

/** Bytes of the smallest piece: a line that cannot carry this carries nothing. */
const smallestPiece = 8_192;

export type UploadDeps = {
  attachments: Attachments;
  line: Line;
  now(): number;
  /** Uniform in [0, 1). */
  chance(): number;
  /** True once the desk closes: a request that was given up for it counts as no try. */
  isClosing(): boolean;
  /** Sends the captures that are due, if any: they go before each piece. */
  pushFirst(): Promise<Trouble | null>;
  /** Called when head office answered a piece, or one failed. */
  onProgress(serverTime: string | null): void;
};

/** Bytes of the next piece: smaller on a bad line, until one is answered. Stays from one run to the next. */
export type UploadMemory = { pieceSize: number };

export function startUploadMemory(): UploadMemory {
  return { pieceSize: pieceLimit };
}

/**
 * Sends the sealed pictures that are due, piece by piece, each from where head office says that it stands; so
 * a cut line, a restart or a piece that came twice costs at most one piece. Between two pieces captures go
 * first. Returns the trouble that stopped it, if any.
 */
export async function uploadWaiting(
  deps: UploadDeps,
  memory: UploadMemory,
): Promise<Trouble | null> {
  for (;;) {
    const troubled = await deps.pushFirst();
    if (troubled !== null) return troubled;
    const piece = deps.attachments.nextPiece(deps.now(), memory.pieceSize);
    if (piece === null) return null;
    const trouble = await sendPiece(deps, memory, piece);
    if (trouble !== null) return trouble;
  }
}

async function sendPiece(
  deps: UploadDeps,
  memory: UploadMemory,
  piece: NextPiece,
): Promise<Trouble | null> {
  const { sequence, tries, bytes, ...named } = piece;
  const body = { ...named, bytes: Buffer.from(bytes).toString("base64") };
  const result = await deps.line.ask(syncPaths.piece, body, pieceAnswer);
  if (result.outcome === "answered") {
    memory.pieceSize = Math.min(pieceLimit, memory.pieceSize * 2);
    const trouble = noteAnswer(deps, piece, result.answer);
    deps.onProgress(result.answer.serverTime);
    return trouble;
  }
  if (deps.isClosing()) return result;
  memory.pieceSize = Math.max(smallestPiece, Math.floor(memory.pieceSize / 2));
  const wait = Math.max(result.retryAfterMs ?? 0, drawBackoff(tries + 1, deps.chance()));
  deps.attachments.markTried(sequence, result.reason, deps.now() + wait);
  deps.onProgress(null);
  return result;
}

function noteAnswer(
  { attachments, now, chance }: UploadDeps,
  piece: NextPiece,
  answer: PieceAnswer,
): Trouble | null {
  const { sequence, offset, bytes, tries } = piece;
  const heard = settlePiece(attachments, piece, answer);
  if (heard === "over" || heard === "set-aside") return null;
  if (heard !== null) {
    attachments.noteSent(sequence, heard.have);
    if (heard.have === offset + bytes.length) return null;
    // Elsewhere than expected: once is a lost answer, again and again would be a loop.
    if (heard.have > offset && tries === 0) return null;
  }
  const wait = drawBackoff(tries + 1, chance());
  attachments.markTried(sequence, "server-error", now() + wait);
  return meetTrouble("server-error");
}
