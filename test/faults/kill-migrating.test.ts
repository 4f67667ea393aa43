import { randomBytes } from "node:crypto";
import { cpSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { openConnection } from "../../src/main/store/connection.ts";
import { readStoreVersion } from "../../src/main/store/migrate.ts";
import { migrations } from "../../src/main/store/migrations/migrations.ts";
import { sha256 } from "../../src/main/store/sha256.ts";
import { compileProgram } from "../support/compiled-program.ts";
import { makeFolder, openDesk } from "../support/desk-store.ts";
import { runKilledStep } from "../support/killed-step.ts";
import { hashForm, makeOldStore, readLastingRows } from "../support/old-store.ts";
import { isThorough } from "../support/thoroughness.ts";

const folder = makeFolder("kill-migrating");
afterAll(folder.remove);

/** YINYOM_KILLS of any number asks for each statement of each version, in some 300 kills. */
const isWhole = process.env.YINYOM_KILLS !== undefined;
const key = randomBytes(32);
const step = await compileProgram(new URL("./migrating-step.ts", import.meta.url), folder.path);

function look(path: string) {
  const connection = openConnection({ path, key, allowPlaintext: false });
  const found = {
    version: readStoreVersion(connection),
    form: hashForm(connection),
    rows: readLastingRows(connection),
  };
  connection.close();
  return found;
}

/** A store of this version, and the newest that comes of it. */
function makeEnds(version: number) {
  const path = join(folder.path, `v${version}.db`);
  makeOldStore(path, key, version);
  const newest = join(folder.path, `v${version}-newest.db`);
  cpSync(path, newest);
  openDesk({ path: newest, key }).store.close();
  return { path, ends: [look(path), look(newest)] };
}

/** Kills before each statement from `from` on in steps of `by`, until there are no more. */
async function killThrough(version: number, from: number, by: number): Promise<number> {
  const { path, ends } = made[version - 1] ?? makeEnds(version);
  for (let nth = from; ; nth += by) {
    const copy = join(folder.path, `v${version}-killed-${nth}.db`);
    cpSync(path, copy);
    const wasKilled = await runKilledStep(step, [copy, key.toString("hex"), String(nth)]);
    // The old store whole or the new one whole, and never anything between.
    const found = look(copy);
    expect(ends).toContainEqual(found);
    if (!wasKilled) {
      expect(found.version).toBe(migrations.length);
      return nth;
    }
    const { store } = openDesk({ path: copy, key });
    expect(store.captures.verifyChain(sha256)).toBeNull();
    expect(store.outbox.counts()).toMatchObject({ waiting: 4, parked: 1 });
    store.close();
    expect(look(copy)).toEqual(ends[1]);
  }
}

let made: ReturnType<typeof makeEnds>[] = [];

it("killed before any statement of any migration, a store is the old one or the new one", {
  timeout: 240_000,
}, async () => {
  const versions = Array.from({ length: migrations.length - 1 }, (_, place) => place + 1);
  made = versions.map(makeEnds);
  const lanes = Math.min(2, availableParallelism());
  for (const version of versions) {
    // The oldest store goes through every migration there is; a younger one comes upon the same from elsewhere.
    const by = isWhole || version === 1 ? 1 : isThorough ? 3 : 8;
    const ends = await Promise.all(
      Array.from({ length: lanes }, (_, lane) => killThrough(version, lane * by + 1, lanes * by)),
    );
    // From an older version there is more to do; each has some statements of its own and the transaction's.
    expect(Math.max(...ends)).toBeGreaterThan(migrations.length - version + 2);
  }
});
