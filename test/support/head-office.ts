import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import { type Publication, publishChanges } from "../../src/head-office/change-log.ts";
import { builtInbox, type Limits, usualLimits } from "../../src/head-office/config.ts";
import { type OpenDatabase, openDatabase } from "../../src/head-office/db/database.ts";
import { migrate } from "../../src/head-office/db/migrate.ts";
import { openPglite } from "../../src/head-office/db/pglite.ts";
import {
  copyRulesFile,
  listCopyPublications,
  listPublications,
  referenceFile,
} from "../../src/head-office/reference-data.ts";
import { type HeadOffice, startHeadOffice } from "../../src/head-office/server.ts";
import { borrowDatabase, type TestPlace } from "./borrowed-database.ts";
import { layDatabase, readDump } from "./database-dump.ts";
import { makeServerDatabase } from "./server-database.ts";

/** The branch that test devices belong to unless they say otherwise. */
export const testBranch = "bkk-siam";

export type TestHeadOfficeOptions = {
  /** A directory to keep the data in; without it they are gone at the end. */
  directory?: string;
  now?: () => Date;
  /** Where its log goes; nowhere otherwise. */
  log?: Logger;
  limits?: Partial<Limits>;
  /** Published besides the demo's reference data, such as staff. */
  publications?: readonly Publication[];
  /** Staff with real PINs; takes seconds. */
  demo?: boolean;
};

/**
 * A real head office on any port of loopback, with the demo's branches, purposes, channels and notices, and
 * no staff. On PGlite in memory, or each on a fresh database of the PostgreSQL server that
 * YINYOM_TEST_DATABASE_URL names (whose user may create databases).
 */
export async function startTestHeadOffice(
  options: TestHeadOfficeOptions = {},
): Promise<HeadOffice> {
  const { place, drop } = await makePlace(options.directory);
  const now = options.now ?? (() => new Date());
  const headOffice = await startHeadOffice(
    {
      database: place,
      host: "127.0.0.1",
      port: 0,
      demo: options.demo ?? false,
      logLevel: "silent",
      limits: {
        ...usualLimits,
        requestsPerMinute: 1_000_000,
        enrolmentsPerMinute: 1_000_000,
        signInsPerMinute: 1_000_000,
        ...options.limits,
      },
      trustedProxies: [],
      inboxFolder: builtInbox,
    },
    { now, ...(options.log ? { log: options.log } : {}) },
  );
  const publications = [...(await readReference()), ...(options.publications ?? [])];
  await publishChanges(headOffice.db, publications, now());
  return {
    ...headOffice,
    async close() {
      await headOffice.close();
      await drop();
    },
  };
}

/** What the demo's head office publishes, bar its people. */
export async function readReference(): Promise<Publication[]> {
  const read = async (name: string) =>
    JSON.parse(await readFile(new URL(`../../resources/demo/${name}`, import.meta.url), "utf8"));
  return [
    ...listPublications(referenceFile.parse(await read("reference.json"))),
    ...listCopyPublications(copyRulesFile.parse(await read("copy-rules.json"))),
  ];
}

async function makePlace(directory?: string): Promise<TestPlace> {
  const nothing = async () => undefined;
  if (directory) {
    const postgres = join(directory, "postgres");
    if (!existsSync(postgres)) await layDatabase("migrated", postgres);
    return { place: { kind: "directory", path: directory }, drop: nothing };
  }
  const server = process.env.YINYOM_TEST_DATABASE_URL;
  return server ? makeServerDatabase(server, "migrated") : borrowDatabase();
}

/** A database with all tables and nothing in them; with a directory, PGlite's and kept there. */
export async function openTestDatabase(directory?: string): Promise<OpenDatabase> {
  const { db, close } = await openPlace(await makePlace(directory));
  await migrate(db);
  return { db, close };
}

/** A database without any table. */
export async function openEmptyDatabase(): Promise<OpenDatabase> {
  const server = process.env.YINYOM_TEST_DATABASE_URL;
  if (server) return openPlace(await makeServerDatabase(server, "empty"));
  const pglite = await openPglite({ loadDataDir: await readDump("empty") });
  return openDatabase({ kind: "opened", pglite });
}

async function openPlace({ place, drop }: TestPlace): Promise<OpenDatabase> {
  const opened = await openDatabase(place);
  return {
    db: opened.db,
    async close() {
      await opened.close();
      await drop();
    },
  };
}
