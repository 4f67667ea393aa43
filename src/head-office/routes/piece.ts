import { pieceAnswer, pieceRequest } from "../../contract/attachment.ts";
import { refusal, syncPaths } from "../../contract/sync.ts";
import { takePiece } from "../copies/take-piece.ts";
import type { Db } from "../db/database.ts";
import { readSigner } from "../plugins/device-signature.ts";
import type { ZodApp } from "../zod-app.ts";

/** Takes sealed pictures piece by piece; the answer is sent when the piece is durable. */
export function servePieces(app: ZodApp, db: Db, now: () => Date): void {
  app.post(
    syncPaths.piece,
    {
      schema: {
        summary: "Take a piece of a sealed picture",
        security: [{ device: [] }],
        body: pieceRequest,
        response: { 200: pieceAnswer, "4xx": refusal },
      },
    },
    async (request) => {
      const word = await takePiece(db, readSigner(request).id, request.body, now());
      return { ...word, serverTime: now().toISOString() };
    },
  );
}
