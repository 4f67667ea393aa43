import { randomBytes } from "node:crypto";
import type { FastifyBaseLogger } from "fastify";
import { buildApp } from "../../src/head-office/app.ts";
import { type Publication, publishChanges } from "../../src/head-office/change-log.ts";
import { builtInbox, usualLimits } from "../../src/head-office/config.ts";
import { keepOfficeKey } from "../../src/head-office/courier/office-key.ts";
import type { Db } from "../../src/head-office/db/database.ts";
import { issueEnrolmentCode } from "../../src/head-office/enrolment.ts";
import { openLog } from "../../src/head-office/log.ts";
import { listDemoStaff } from "./demo-people.ts";
import { openTestDatabase, readReference, testBranch } from "./head-office.ts";

/** A real head office with the demo's branch and people, and the line to it. */
export type Shop = {
  /** The same for as long as the shop lasts, whether there is a line or not. */
  address: string;
  db: Db;
  /** A one-time code for another PC of the demo's branch. */
  issueCode(): Promise<string>;
  publish(publications: readonly Publication[]): Promise<void>;
  /** From here on nothing answers at the address. What head office knows stays. */
  cutLine(): Promise<void>;
  restoreLine(): Promise<void>;
  close(): Promise<void>;
};

export type ShopOptions = {
  /** Where head office's database is kept; in memory otherwise. */
  directory?: string;
  /** Nowhere otherwise. */
  log?: FastifyBaseLogger;
};

export async function openShop(options: ShopOptions = {}): Promise<Shop> {
  const { db, close } = await openTestDatabase(options.directory);
  const now = () => new Date();
  const publish = (publications: readonly Publication[]) => publishChanges(db, publications, now());
  await publish([...(await readReference()), ...(await listDemoStaff())]);
  await keepOfficeKey(db, now());
  const log = options.log ?? openLog("silent");
  let line = await openLine(db, now, log, 0);
  const { address, port } = line;
  return {
    address,
    db,
    issueCode: () => issueEnrolmentCode(db, testBranch, now(), randomBytes),
    publish,
    cutLine: () => line.close(),
    async restoreLine() {
      line = await openLine(db, now, log, port);
    },
    async close() {
      await line.close();
      await close();
    },
  };
}

type Line = { address: string; port: number; close(): Promise<void> };

async function openLine(
  db: Db,
  now: () => Date,
  log: FastifyBaseLogger,
  port: number,
): Promise<Line> {
  const limits = { ...usualLimits, requestsPerMinute: 1_000_000, enrolmentsPerMinute: 1_000_000 };
  const trustedProxies: string[] = [];
  const app = await buildApp({ db, now, log, limits, trustedProxies, inboxFolder: builtInbox });
  const address = await app.listen({ host: "127.0.0.1", port });
  return {
    address,
    port: Number(new URL(address).port),
    async close() {
      // Or closing would wait for the connections that a desk keeps.
      app.server.closeAllConnections();
      await app.close();
    },
  };
}
