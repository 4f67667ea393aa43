import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";

export type PostgresServer = { url: string; version: string; close(): Promise<void> };

const installed = "/usr/lib/postgresql";

/** No promise for a power cut, for tests that are not about one: each database made and dropped costs less. */
export const forgetful = ["-c", "fsync=off", "-c", "synchronous_commit=off"];

/**
 * A PostgreSQL server of its own, as a distribution sets it up: durable, on loopback, gone with `close`.
 * Null: no server is installed on this machine, or none that this user may start.
 */
export async function startPostgres(settings: string[] = []): Promise<PostgresServer | null> {
  const found = findPostgres();
  if (found === null) return null;
  const { programs, owner } = found;
  const folder = mkdtempSync(join(tmpdir(), "yinyom-postgres-"));
  if (owner.ids) chownSync(folder, owner.ids.user, owner.ids.group);
  chmodSync(folder, 0o700);
  const as = owner.ids ? { uid: owner.ids.user, gid: owner.ids.group } : {};
  const data = join(folder, "data");
  const made = spawnSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "yinyom", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"],
    { ...as, encoding: "utf8", cwd: folder },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await findFreePort();
  const place = ["-k", folder, "-p", String(port), "-c", "listen_addresses=127.0.0.1"];
  const server = spawn(join(programs, "postgres"), ["-D", data, ...place, ...settings], {
    ...as,
    cwd: folder,
    stdio: "ignore",
  });
  const exit = once(server, "exit");
  const url = `postgres://yinyom@127.0.0.1:${port}/postgres`;
  const close = async () => {
    // Fast shutdown: whoever is still connected is sent away.
    server.kill("SIGINT");
    await exit;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { url, version: await untilAnswers(url), close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Owner = { ids: { user: number; group: number } | null };

/** Where the programs lie and whose the server is to be; null: it cannot be started here. */
export function findPostgres(): { programs: string; owner: Owner } | null {
  const programs = findPrograms();
  const owner = findOwner();
  return programs && owner ? { programs, owner } : null;
}

function findPrograms(): string | null {
  if (!existsSync(installed)) return null;
  const versions = readdirSync(installed).sort((one, other) => Number(other) - Number(one));
  const folders = versions.map((version) => join(installed, version, "bin"));
  return folders.find((folder) => existsSync(join(folder, "postgres"))) ?? null;
}

/** PostgreSQL refuses to run as root: there it is the account that Debian's package made for it. */
function findOwner(): Owner | null {
  if (process.getuid?.() !== 0) return { ids: null };
  const ask = (what: string) => spawnSync("id", [what, "postgres"], { encoding: "utf8" }).stdout;
  const [user, group] = [ask("-u"), ask("-g")].map((text) => Number.parseInt(text, 10));
  return user && group ? { ids: { user, group } } : null;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("no port is free");
  return address.port;
}

async function untilAnswers(url: string): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
      await client.end();
      return rows[0]?.server_version ?? "?";
    } catch (error) {
      await client.end().catch(() => undefined);
      if (tries > 100) throw error;
      await wait(100);
    }
  }
}
