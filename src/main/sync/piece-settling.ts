import type { PieceAnswer } from "../../contract/attachment.ts";
import type { Attachments } from "../store/attachments.ts";

/** The picture that a piece was of. */
export type SentPicture = { sequence: number; capture: string; digest: string; size: number };

/**
 * What head office's word on a piece does to its picture: its bytes go, or it is set aside. `have`: head office
 * has that many of its bytes so far. Null: it is no word about this very picture, and nothing happens.
 */
export function settlePiece(
  attachments: Pick<Attachments, "acknowledge" | "park">,
  { sequence, capture, digest, size }: SentPicture,
  answer: PieceAnswer,
): "over" | "set-aside" | { have: number } | null {
  if (answer.capture !== capture || answer.digest !== digest) return null;
  // It may have more than was sent, from an earlier try whose answer was lost; never more than there is.
  if (answer.state === "more") return answer.have < size ? { have: answer.have } : null;
  // What head office destroyed before it came is destroyed here by the same word.
  if (answer.state === "whole" || answer.reason === "destroyed") {
    attachments.acknowledge(sequence, digest);
    return "over";
  }
  attachments.park(sequence, answer.reason);
  return "set-aside";
}
