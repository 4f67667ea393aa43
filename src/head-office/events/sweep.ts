import type { FastifyBaseLogger } from "fastify";
import { headOfficeItself } from "../copies/copy-log.ts";
import { destroyDueCopies } from "../copies/destroy-copies.ts";
import type { Db } from "../db/database.ts";
import { fileUnread } from "./file-unread.ts";
import { purgeExpired } from "./purge-expired.ts";

const everyHourMs = 60 * 60 * 1000;

/**
 * Files what could not be read before, then ends retention where its time has come: at the start, and every hour.
 * The answer stops it, after what is under way.
 */
export function sweepHourly(db: Db, now: () => Date, log: FastifyBaseLogger): () => Promise<void> {
  let hasFiled = false;
  let running: Promise<void> = Promise.resolve();
  const sweep = () => {
    running = running.then(async () => {
      try {
        if (!hasFiled) await fileUnread(db, now());
        hasFiled = true;
        const purged = await purgeExpired(db, now());
        if (purged > 0) log.info({ items: purged }, "purged");
        const destroyed = await destroyDueCopies(db, headOfficeItself, now());
        if (destroyed.length > 0) log.info({ items: destroyed.length }, "copies destroyed");
      } catch (error) {
        // Tried again in an hour; what stays too long is better than no head office.
        log.error(error, "sweep failed");
      }
    });
  };
  sweep();
  const timer = setInterval(sweep, everyHourMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
