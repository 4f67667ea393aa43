import { randomBytes } from "node:crypto";
import type { FastifyBaseLogger } from "fastify";
import { buildApp } from "./app.ts";
import { catchUpCases } from "./cases/catch-up.ts";
import type { HeadOfficeConfig } from "./config.ts";
import { keepOfficeKey } from "./courier/office-key.ts";
import { type Db, openDatabase } from "./db/database.ts";
import { migrate } from "./db/migrate.ts";
import { type Demo, seedDemo } from "./demo.ts";
import { issueEnrolmentCode } from "./enrolment.ts";
import { sweepHourly } from "./events/sweep.ts";
import { openLog } from "./log.ts";

/** What a test may put in head office's place of the world's own. */
export type World = { now: () => Date; log?: FastifyBaseLogger };

export type HeadOffice = {
  /** Such as http://127.0.0.1:4310. */
  address: string;
  db: Db;
  /** What was seeded; null outside the demo. */
  demo: Demo | null;
  issueEnrolmentCode(branch: string): Promise<string>;
  /** Answers what is under way, then closes the database. */
  close(): Promise<void>;
};

/** Opens the database, brings it to the newest form, and answers on the address. */
export async function startHeadOffice(
  config: HeadOfficeConfig,
  world: World = { now: () => new Date() },
): Promise<HeadOffice> {
  const { now } = world;
  const { db, close: closeDatabase } = await openDatabase(config.database);
  try {
    await migrate(db);
    await catchUpCases(db, now());
    await keepOfficeKey(db, now());
    const demo = config.demo ? await seedDemo(db, now()) : null;
    const log = world.log ?? openLog(config.logLevel);
    const app = await buildApp({
      db,
      now,
      log,
      limits: config.limits,
      trustedProxies: config.trustedProxies,
      inboxFolder: config.inboxFolder,
    });
    const stopSweeping = sweepHourly(db, now, log);
    const address = await app.listen({ host: config.host, port: config.port });
    return {
      address,
      db,
      demo,
      issueEnrolmentCode: (branch) => issueEnrolmentCode(db, branch, now(), randomBytes),
      async close() {
        await stopSweeping();
        await app.close();
        await closeDatabase();
      },
    };
  } catch (error) {
    await closeDatabase();
    throw error;
  }
}
