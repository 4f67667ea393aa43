import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestHeadOffice } from "../../test/support/head-office.ts";
import { makeAccount, openInbox, testPassword } from "../../test/support/inbox-client.ts";
import { inventFrom, type JsonSchema, makeRandom } from "../../test/support/invented-requests.ts";
import type { HeadOffice } from "./server.ts";

// 2,000 in the suite; YINYOM_HOSTILE_REQUESTS=100000 vitest run src/head-office/hostile.test.ts for all.
const count = Number(process.env.YINYOM_HOSTILE_REQUESTS ?? 2000);
/** Their work is a hash of half a second each, or they would end the session that asks. */
const leftOut = new Set([
  "session.signOut",
  "session.signIn",
  "accounts.add",
  "accounts.resetPassword",
  "staff.add",
  "staff.resetPin",
]);

let office: HeadOffice;
beforeAll(async () => {
  office = await startTestHeadOffice();
  await makeAccount(office.db, "krit", "viewer");
  await makeAccount(office.db, "napa", "dpo");
});
afterAll(() => office.close());

type Route = { path: string; method: string; body: JsonSchema | null };

async function readRoutes(): Promise<Route[]> {
  const answer = await fetch(`${office.address}/openapi.json`);
  const document = (await answer.json()) as { paths: Record<string, Record<string, unknown>> };
  const paths = Object.entries(document.paths);
  return paths.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]): Route => {
      const known = told as {
        requestBody?: { content: Record<string, { schema: JsonSchema }> };
      };
      const body = known.requestBody?.content["application/json"]?.schema ?? null;
      return { path, method: method.toUpperCase(), body };
    }),
  );
}

async function cookieOf(signIn: string): Promise<string> {
  const { cookie } = await openInbox(office.address).send("session.signIn", {
    signIn,
    password: testPassword,
  });
  return cookie?.split(";")[0] ?? "";
}

/** Everything that is kept, bar when a session was last used and how often a sign-in was tried. */
async function readAll(): Promise<string> {
  const tables = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_name NOT IN ('inbox_session', 'account') ORDER BY 1`.execute(
    office.db,
  );
  const rows = [];
  for (const { name } of tables.rows) {
    rows.push([name, (await sql`SELECT * FROM ${sql.table(name)}`.execute(office.db)).rows]);
  }
  return JSON.stringify(rows);
}

async function attack(routes: Route[], requests: number, cookies: readonly string[]) {
  const random = makeRandom(20_261_122);
  const statuses = new Map<number, number>();
  const failed: string[] = [];
  const one = async () => {
    const route = routes[random(routes.length)];
    if (!route) return;
    const invented = route.body ? inventFrom(route.body, random) : undefined;
    const whole = JSON.stringify(invented);
    const text = random(20) === 0 ? whole?.slice(0, 1 + random(50)) : whole;
    const cookie = cookies[random(cookies.length)] ?? "";
    const headers: Record<string, string> = {
      "content-type": random(30) === 0 ? "text/plain" : "application/json",
      "yinyom-protocol": random(10) === 0 ? "9" : "1",
      ...(random(10) === 0 ? {} : { origin: office.address, "yinyom-inbox": "1" }),
      ...(cookie ? { cookie } : {}),
    };
    const hasBody = route.method !== "GET" && text !== undefined;
    const response = await fetch(`${office.address}${route.path}`, {
      method: route.method,
      headers,
      ...(hasBody ? { body: text } : {}),
    });
    await response.arrayBuffer();
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    if (response.status >= 500) failed.push(`${route.path} ${response.status}: ${text}`);
  };
  for (let sent = 0; sent < requests; sent += 20) {
    await Promise.all(Array.from({ length: Math.min(20, requests - sent) }, one));
  }
  return { statuses, failed };
}

test("strangers and viewers store nothing and break nothing, whatever they send", async () => {
  const routes = (await readRoutes()).filter(({ path }) => !isLeftOut(path));
  expect(routes.length).toBeGreaterThan(25);
  const viewer = await cookieOf("krit");
  const before = await readAll();
  const { statuses, failed } = await attack(routes, Math.ceil(count * 0.75), ["", viewer]);
  expect(failed).toEqual([]);
  expect(await readAll()).toBe(before);
  // Some came as far as the answer, and some were stopped at each gate.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 403]));
}, 3_600_000);

test("the DPO's own requests break nothing, however they are made up", async () => {
  const routes = (await readRoutes()).filter(({ path }) => !isLeftOut(path));
  const inbox = routes.filter(({ path }) => path.startsWith("/inbox/"));
  const { failed } = await attack(inbox, Math.ceil(count * 0.25), [await cookieOf("napa")]);
  expect(failed).toEqual([]);
}, 3_600_000);

function isLeftOut(path: string): boolean {
  return leftOut.has(path.split("/").at(-1) ?? "");
}
