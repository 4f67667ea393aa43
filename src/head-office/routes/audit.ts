import { auditAnswer, auditRequest } from "../../contract/audit.ts";
import { refusal, syncPaths } from "../../contract/sync.ts";
import { takeAudit } from "../audit/take-audit.ts";
import type { Db } from "../db/database.ts";
import { readSigner } from "../plugins/device-signature.ts";
import type { ZodApp } from "../zod-app.ts";

/** Takes a device's log of who did what; the answer is sent when what came is durable. */
export function serveAudit(app: ZodApp, db: Db, now: () => Date): void {
  app.post(
    syncPaths.audit,
    {
      schema: {
        summary: "Take a device's log of who did what",
        security: [{ device: [] }],
        body: auditRequest,
        response: { 200: auditAnswer, "4xx": refusal },
      },
    },
    async (request) => {
      const at = now();
      const signer = readSigner(request);
      const { have, faults } = await takeAudit(db, signer.id, request.body, at);
      request.counts.items = request.body.entries.length;
      for (const { fault } of faults) {
        request.log.warn({ device: signer.id, refusal: fault }, "audit log does not hold");
      }
      return { have, serverTime: at.toISOString() };
    },
  );
}
