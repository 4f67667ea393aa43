import { sql } from "kysely";
import { z } from "zod";
import { moment } from "../../contract/ids.ts";
import { syncPaths } from "../../contract/sync.ts";
import type { Db } from "../db/database.ts";
import { readErrorFacts } from "../log.ts";
import type { ZodApp } from "../zod-app.ts";

const health = z.strictObject({ status: z.enum(["ok", "no-database"]), serverTime: moment });

/** Whether head office can do its work: it is asked, and so is its database. */
export function serveHealth(app: ZodApp, db: Db, now: () => Date): void {
  app.get(
    syncPaths.health,
    { schema: { summary: "Is head office well?", response: { 200: health, 503: health } } },
    async (request, reply) => {
      const serverTime = now().toISOString();
      try {
        await sql`SELECT 1 FROM change_counter`.execute(db);
        return { status: "ok" as const, serverTime };
      } catch (error) {
        request.log.error({ error: readErrorFacts(error) }, "no database");
        return reply.code(503).send({ status: "no-database" as const, serverTime });
      }
    },
  );
}
