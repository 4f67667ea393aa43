import { randomBytes } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deskTime, makeFolder, openDesk } from "../../../test/support/desk-store.ts";
import { takeDecisions } from "../../../test/support/filled-store.ts";
import { inventName, inventPhone } from "../../../test/support/invented-people.ts";
import { mountSmallDisk } from "../../../test/support/small-disk.ts";
import { openConnection } from "./connection.ts";
import { openStore, type Store, storeExists } from "./open-store.ts";
import { sha256 } from "./sha256.ts";
import { nameStoreFailure } from "./store-failure.ts";

const folder = makeFolder("open-store");
const whole = join(folder.path, "whole.db");
const key = randomBytes(32);
const people = 20;

beforeAll(() => {
  const { store } = openDesk({ path: whole, key });
  takeDecisions(store, 0, people);
  while (store.tidy());
  store.close();
});
afterAll(folder.remove);

/** A copy of the filled store, with the file beside it that names its key. */
function copyWhole(name: string): string {
  const path = join(folder.path, name);
  copyFileSync(whole, path);
  copyFileSync(`${whole}.key-id`, `${path}.key-id`);
  return path;
}

function open(path: string, given = key) {
  return openStore({ path, key: given, allowPlaintext: false, now: () => deskTime });
}

/** What opening the store comes to: its failure's code, or what reading all of it comes to. */
function readAll(path: string): string {
  const opened = open(path);
  if (!opened.ok) return opened.failure.code;
  try {
    return check(opened.value);
  } catch (error) {
    return nameStoreFailure(error) ?? String(error);
  } finally {
    opened.value.close();
  }
}

function check(store: Store): string {
  const fault = store.captures.verifyChain(sha256);
  if (fault) return `chain: ${fault.fault}`;
  for (let number = 0; number < people; number += 1) {
    const { hits } = store.people.search(inventPhone(number), 5);
    if (hits[0]?.name !== inventName(number)) return `lost ${number}`;
    if (store.people.search(inventName(number), 5).hits.length === 0) return `unnamed ${number}`;
  }
  return store.captures.count() === people ? "whole" : "incomplete";
}

describe("opening the store", () => {
  it("finds all that was saved", () => {
    expect(readAll(copyWhole("again.db"))).toBe("whole");
  });

  it("shows nothing of it in its files", () => {
    const bytes = readFileSync(whole);
    for (let number = 0; number < people; number += 1) {
      for (const secret of [inventName(number), inventPhone(number), "capture_log"]) {
        expect(bytes.includes(secret)).toBe(false);
      }
    }
  });

  it("makes one where there is none, in a folder that is not there yet", () => {
    const path = join(folder.path, "some", "where", "new.db");
    expect(storeExists(path)).toBe(false);
    const opened = open(path);
    expect(opened.ok && opened.value.captures.count()).toBe(0);
    if (opened.ok) opened.value.close();
    expect(storeExists(path)).toBe(true);
  });

  it("says so when the key is another one, and touches nothing", () => {
    const path = copyWhole("wrong-key.db");
    const before = readFileSync(path);
    expect(open(path, randomBytes(32))).toEqual({
      ok: false,
      failure: { code: "store-wrong-key", path },
    });
    expect(readFileSync(path)).toEqual(before);
    expect(existsSync(`${path}-wal`)).toBe(false);
    expect(readAll(path)).toBe("whole");
  });

  it("says so when the key is another one and nothing says which it was", () => {
    const path = copyWhole("strange.db");
    rmSync(`${path}.key-id`);
    expect(open(path, randomBytes(32))).toMatchObject({ failure: { code: "store-wrong-key" } });
    expect(existsSync(`${path}.key-id`)).toBe(false);
    expect(readAll(path)).toBe("whole");
    expect(existsSync(`${path}.key-id`)).toBe(true);
  });

  it("says damaged when the first page is, with the right key", () => {
    const path = copyWhole("first-page.db");
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(200) ^ 1, 200);
    writeFileSync(path, bytes);
    expect(open(path)).toEqual({ ok: false, failure: { code: "store-damaged", path } });
    expect(readFileSync(path)).toEqual(bytes);
  });

  it("never takes a damaged page for a whole one", () => {
    const bytes = readFileSync(whole);
    const found = new Set<string>();
    // One bit in each page, at another place in each.
    for (let page = 0; page < bytes.length / 4096; page += 1) {
      const path = copyWhole("bit.db");
      const flipped = Buffer.from(bytes);
      const place = page * 4096 + ((page * 977) % 4096);
      flipped.writeUInt8(flipped.readUInt8(place) ^ (1 << (page % 8)), place);
      writeFileSync(path, flipped);
      found.add(readAll(path));
    }
    // Whole: the page was one that is not in use, or that this reading has no need of.
    expect([...found].sort()).toEqual(["store-damaged", "whole"]);
  });

  it.each([
    ["cut to nothing", (path: string) => truncateSync(path, 0)],
    ["gone", (path: string) => rmSync(path)],
    ["cut in the middle", (path: string) => truncateSync(path, 4096 * 3)],
    ["overwritten", (path: string) => writeFileSync(path, randomBytes(65_536))],
  ])("says damaged when the file is %s, and begins nothing anew", (_, damage) => {
    const path = copyWhole("lost.db");
    damage(path);
    const before = existsSync(path) ? readFileSync(path) : null;
    expect(readAll(path)).toBe("store-damaged");
    expect(existsSync(path) ? readFileSync(path) : null).toEqual(before);
    expect(storeExists(path)).toBe(true);
  });

  it("does not open a store that lies there in plain", () => {
    const path = join(folder.path, "plain.db");
    writeFileSync(path, Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(4080)]));
    expect(readAll(path)).toBe("store-not-encrypted");
  });

  it("leaves a store alone that a newer version wrote", () => {
    const path = copyWhole("newer.db");
    const connection = openConnection({ path, key, allowPlaintext: false });
    connection.exec("PRAGMA user_version = 999");
    connection.close();
    const before = readFileSync(path);
    expect(open(path)).toEqual({ ok: false, failure: { code: "store-too-new", path } });
    expect(readFileSync(path)).toEqual(before);
  });

  it("says busy when another one has it open", () => {
    const path = copyWhole("busy.db");
    const first = open(path);
    expect(open(path)).toEqual({ ok: false, failure: { code: "store-busy", path } });
    if (first.ok) first.value.close();
    expect(readAll(path)).toBe("whole");
  });
});

describe("a disk that takes no more", () => {
  it("is named when it is read-only", (context) => {
    const place = join(folder.path, "read-only");
    const disk = mountSmallDisk(place, 4000);
    if (disk === null) return context.skip("needs root to mount");
    try {
      const path = join(place, "desk.db");
      const { store } = openDesk({ path, key });
      store.close();
      disk.makeReadOnly();
      expect(open(path)).toEqual({ ok: false, failure: { code: "store-read-only", path } });
      expect(open(join(place, "new.db"))).toMatchObject({ failure: { code: "store-read-only" } });
    } finally {
      disk.unmount();
    }
  });

  it("is named when it is full before there is a store", (context) => {
    const place = join(folder.path, "full");
    const disk = mountSmallDisk(place, 64);
    if (disk === null) return context.skip("needs root to mount");
    try {
      const path = join(place, "desk.db");
      expect(open(path)).toEqual({ ok: false, failure: { code: "store-disk-full", path } });
    } finally {
      disk.unmount();
    }
  });
});
