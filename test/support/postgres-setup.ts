import { forgetful, startPostgres } from "./postgres-server.ts";
import { makeTemplate } from "./server-database.ts";

/** Starts a server of its own on a spare port before all tests, and ends it after them. */
export async function setup(): Promise<() => Promise<void>> {
  const server = await startPostgres(forgetful);
  if (!server)
    throw new Error("No PostgreSQL that this user may start: apt-get install postgresql");
  process.env.YINYOM_TEST_DATABASE_URL = server.url;
  await makeTemplate(server.url);
  return () => server.close();
}
