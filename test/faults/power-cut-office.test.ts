import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { makeFolder } from "../support/desk-store.ts";
import { type DiskCall, hasStrace, startTraced, traceCalls } from "../support/disk-calls.ts";
import { openTestDatabase } from "../support/head-office.ts";
import { cutPower } from "../support/power-cuts.ts";

/** Opening a database takes as long as 40 stores: see power-cut.test.ts. */
const cuts = Math.ceil(Number(process.env.YINYOM_CUTS ?? 80) / 40);
const pushes = 20;
const folder = makeFolder("power-cut-office");
afterAll(folder.remove);
const script = fileURLToPath(new URL("./power-office.ts", import.meta.url));
const before = join(folder.path, "before");

/** What a head office does on a database that was made before. */
async function recordOffice(): Promise<DiskCall[]> {
  await (await openTestDatabase(before)).close();
  const place = join(folder.path, "office");
  cpSync(before, place, { recursive: true });
  const log = join(folder.path, "calls");
  return traceCalls(startTraced(script, [place, String(pushes)], log), { log, folder: place });
}

function cutOffice(calls: readonly DiskCall[], count: number): Promise<string[]> {
  const answered = new Map<string, string>();
  return cutPower({
    calls,
    before,
    count,
    left: join(folder.path, "left"),
    hear(line) {
      const [, id = "", hash = ""] = line.split(" ");
      answered.set(id, hash);
    },
    async listFaults(left) {
      const { db, close } = await openTestDatabase(left);
      const rows = await db.selectFrom("capture").select(["id", "hash", "payload"]).execute();
      await close();
      const whole = new Map(rows.map(({ id, hash, payload }) => [id, payload && hash]));
      const lost = [...answered].filter(([id, hash]) => whole.get(id) !== hash);
      return lost.map(([id]) => `${id} is not there`);
    },
  });
}

it.skipIf(!hasStrace)(
  `head office has all it answered after each of ${cuts} power cuts, and without its syncs has not`,
  { timeout: 300_000 + cuts * 10_000 },
  async () => {
    const calls = await recordOffice();
    expect(calls.filter(({ call }) => call === "said").length).toBe(pushes * 3);
    expect(await cutOffice(calls, cuts)).toEqual([]);
    const unsynced = calls.filter(({ call }) => call !== "sync");
    expect((await cutOffice(unsynced, 2)).length).toBeGreaterThan(0);
  },
);
