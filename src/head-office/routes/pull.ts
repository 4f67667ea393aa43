import { pullAnswer, pullRequest, refusal, syncPaths } from "../../contract/sync.ts";
import { noteStanding } from "../branch-picture.ts";
import { pullPage, readChanges } from "../change-log.ts";
import type { Db } from "../db/database.ts";
import { readAhead } from "../device-chain.ts";
import { findMissing } from "../missing-captures.ts";
import { readSigner } from "../plugins/device-signature.ts";
import type { ZodApp } from "../zod-app.ts";

/** Gives reference data that changed since the device's cursor, as far as its branch may see it. */
export function servePull(app: ZodApp, db: Db, now: () => Date): void {
  app.post(
    syncPaths.pull,
    {
      schema: {
        summary: "Give what changed",
        security: [{ device: [] }],
        body: pullRequest,
        response: { 200: pullAnswer, "4xx": refusal },
      },
    },
    async (request) => {
      const { branch, id } = readSigner(request);
      const page = await readChanges(db, branch, request.body.cursor, pullPage, id);
      request.counts.changes = page.changes.length;
      const { acknowledged, desk, own } = request.body;
      if (desk) await noteStanding(db, id, desk);
      const missing = acknowledged === undefined ? null : await findMissing(db, id, acknowledged);
      const ahead = own === undefined ? null : await readAhead(db, id, own);
      return {
        ...page,
        ...(missing ? { missing } : {}),
        ...(ahead ? { ahead } : {}),
        serverTime: now().toISOString(),
      };
    },
  );
}
