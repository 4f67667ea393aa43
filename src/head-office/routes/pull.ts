import { pullAnswer, pullRequest, refusal, syncPaths } from "../../contract/sync.ts";
import { readChanges } from "../change-log.ts";
import type { Db } from "../db/database.ts";
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
      const page = await readChanges(db, readSigner(request).branch, request.body.cursor);
      request.counts.changes = page.changes.length;
      return { ...page, serverTime: now().toISOString() };
    },
  );
}
