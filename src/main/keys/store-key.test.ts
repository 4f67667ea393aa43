import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { makeFolder } from "../../../test/support/desk-store.ts";
import { protectFor } from "../../../test/support/kept-keys.ts";
import { readStoreKeys } from "./store-key.ts";

const folder = makeFolder("store-key");
afterAll(folder.remove);

let count = 0;
let path = "";
beforeEach(() => {
  count += 1;
  path = join(folder.path, `desk-${count}`, "store-key.json");
});

function read(storeExists: boolean, protection = protectFor("malee")) {
  return readStoreKeys({ path, storeExists, protection, random: randomBytes });
}

async function readKey(storeExists: boolean): Promise<Buffer> {
  const result = await read(storeExists);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.key;
}

describe("the store's key", () => {
  it("is made on first start, 256 bits, and read again afterwards", async () => {
    const key = await readKey(false);
    expect(key).toHaveLength(32);
    expect(await readKey(true)).toEqual(key);
    expect(await readKey(false)).toEqual(key);
    expect(readdirSync(join(path, ".."))).toEqual(["store-key.json"]);
  });

  it("lies wrapped only", async () => {
    const key = await readKey(false);
    const text = readFileSync(path, "utf8");
    for (const form of ["hex", "base64", "base64url", "latin1"] as const) {
      expect(text).not.toContain(key.toString(form));
    }
  });

  it("is not made where there is a store that it could not open", async () => {
    await readKey(false);
    rmSync(path);
    expect(await read(true)).toEqual({ ok: false, failure: { code: "store-key-missing", path } });
    expect(existsSync(path)).toBe(false);
  });

  it.each(["", "{", "null", '{"version":1}', '{"version":2,"wrapped":"AAAA"}'])(
    "is missing when its file holds %j, which stays as it is",
    async (text) => {
      await readKey(false);
      writeFileSync(path, text);
      expect(await read(true)).toMatchObject({ failure: { code: "store-key-missing" } });
      expect(await read(false)).toMatchObject({ failure: { code: "store-key-missing" } });
      expect(readFileSync(path, "utf8")).toBe(text);
    },
  );

  it("is wrong for another account, and stays as it is", async () => {
    const key = await readKey(false);
    expect(await read(true, protectFor("ton"))).toEqual({
      ok: false,
      failure: { code: "store-wrong-key", path },
    });
    expect(await readKey(true)).toEqual(key);
  });

  it("is wrong when what was wrapped is no key", async () => {
    await readKey(false);
    const wrapped = (await protectFor("malee").protect("")).toString("base64");
    writeFileSync(path, JSON.stringify({ version: 1, wrapped }));
    expect(await read(true)).toMatchObject({ failure: { code: "store-wrong-key" } });
  });

  it("is not made where nothing protects it", async () => {
    const protection = { ...protectFor("malee"), isAvailable: async () => false };
    expect(await read(false, protection)).toEqual({
      ok: false,
      failure: { code: "key-protection-missing" },
    });
    expect(existsSync(path)).toBe(false);
  });
});
