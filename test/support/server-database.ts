import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { openDatabase } from "../../src/head-office/db/database.ts";
import { migrate } from "../../src/head-office/db/migrate.ts";
import type { TestPlace } from "./borrowed-database.ts";

const template = "yinyom_template";
/** Says to the processes of the tests that the server has the template. */
const templateVariable = "YINYOM_TEST_TEMPLATE";

/** A database of the test's own on this server; `migrated`: with all tables already, where that is a copy away. */
export async function makeServerDatabase(
  server: string,
  begins: "empty" | "migrated",
): Promise<TestPlace> {
  const name = `yinyom_test_${randomBytes(8).toString("hex")}`;
  const isCopied = begins === "migrated" && process.env[templateVariable] !== undefined;
  await runOnServer(server, `CREATE DATABASE ${name}${isCopied ? ` TEMPLATE ${template}` : ""}`);
  return {
    place: { kind: "server", url: addressOf(server, name) },
    drop: () => runOnServer(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** Migrates one database for all tests of a server that is made for them: each of its own would take most of a second. */
export async function makeTemplate(server: string): Promise<void> {
  await runOnServer(server, `CREATE DATABASE ${template}`);
  const { db, close } = await openDatabase({ kind: "server", url: addressOf(server, template) });
  await migrate(db);
  await close();
  process.env[templateVariable] = template;
}

function addressOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function runOnServer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
