import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { captureDefinitions } from "../../src/captures/index.ts";
import { chainStart } from "../../src/contract/chain.ts";
import { envelopeVersion } from "../../src/contract/versions.ts";
import { makeCaptures } from "../../src/main/store/captures.ts";
import { type Connection, copyLog, openConnection } from "../../src/main/store/connection.ts";
import { migrations } from "../../src/main/store/migrations/migrations.ts";
import { tidyNames } from "../../src/main/store/name-index.ts";
import { openStore } from "../../src/main/store/open-store.ts";
import { deskDevice, openDesk, showNotice } from "../support/desk-store.ts";
import { inventDecision, inventId, scramble } from "../support/invented-people.ts";

const definition = captureDefinitions["marketing-consent"];
const since = Date.parse("2025-01-01T00:00:00.000Z");
const chunk = 20_000;

/** A large store on the disk, encrypted, its names indexed as a desk's are after a quiet hour. */
export type LargeStore = { path: string; key: Buffer };

/**
 * A store with `count` captures of as many people, kept in the temporary folder from one run to the next. It is
 * filled through the store's own tables and indexes, in large transactions and without hashing.
 */
export function readLargeStore(count: number): LargeStore {
  const folder = join(tmpdir(), `yinyom-bench-${count}-v${migrations.length}`);
  const path = join(folder, "desk.db");
  const keyPath = join(folder, "bench-key");
  if (existsSync(keyPath)) {
    const key = Buffer.from(readFileSync(keyPath, "utf8"), "hex");
    if (opens(path, key)) return { path, key };
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const key = randomBytes(32);
  openDesk({ path, key }).store.close();
  const connection = openConnection({ path, key, allowPlaintext: false });
  fill(connection, count);
  connection.close();
  // Last, and whole: a store that was cut off while it was filled is filled anew.
  writeFileSync(`${keyPath}.part`, key.toString("hex"));
  renameSync(`${keyPath}.part`, keyPath);
  return { path, key };
}

/** A store of an earlier form of the tables, or under another cipher, is of no use and is made anew. */
function opens(path: string, key: Buffer): boolean {
  const opened = openStore({ path, key, allowPlaintext: false, now: Date.now });
  if (opened.ok) opened.value.close();
  return opened.ok;
}

function fill(connection: Connection, count: number): void {
  connection.pragma("synchronous=OFF");
  connection.pragma("cache_size=-2000000");
  const captures = makeCaptures(connection);
  const notice = showNotice("th");
  for (let from = 0; from < count; from += chunk) {
    connection
      .transaction(() => {
        for (let number = from; number < Math.min(count, from + chunk); number += 1) {
          addCapture(captures, number, notice);
        }
      })
      .immediate();
    while (tidyNames(connection));
    copyLog(connection);
    console.log(`  ${Math.min(count, from + chunk)} of ${count} captures`);
  }
}

function addCapture(
  captures: ReturnType<typeof makeCaptures>,
  number: number,
  notice: ReturnType<typeof showNotice>,
): void {
  const payload = {
    ...inventDecision(number),
    means: { how: "spoken", attestedBy: "malee" },
  };
  const at = since + number * 1000;
  const hash = scramble(number).toString(16).padStart(64, "0");
  captures.append({
    envelope: {
      envelope: envelopeVersion,
      id: inventId(at, number),
      device: deskDevice,
      sequence: number + 1,
      kind: definition.kind,
      version: definition.version,
      capturedAt: new Date(at).toISOString(),
      clockOffsetMs: 0,
      branch: "bkk-siam",
      staff: "malee",
      amends: null,
      notice,
      contentHash: hash,
      previousHash: number === 0 ? chainStart : hash,
      payload: JSON.stringify(payload),
      salt: "A".repeat(22),
      hash,
    },
    request: randomUUID(),
    subject: definition.subject(payload),
    keys: definition.searchKeys(payload),
  });
}
