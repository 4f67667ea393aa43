import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { makeFolder } from "../../../test/support/desk-store.ts";
import { copyKeyFile, openCopyKey } from "./copy-key.ts";

const folder = makeFolder("copy-key");
afterAll(folder.remove);
const path = join(folder.path, "key.json");
const command = fileURLToPath(new URL("./make-copy-key.ts", import.meta.url));
const run = (passphrase: string, ...args: string[]) =>
  spawnSync(process.execPath, [command, ...args], { input: `${passphrase}\n`, encoding: "utf8" });

it("writes a key file for its owner alone, prints the public half, and never writes one over", async () => {
  const made = run("a long enough passphrase", path, "copies-2026");
  expect(made.status).toBe(0);
  const file = copyKeyFile.parse(JSON.parse(readFileSync(path, "utf8")));
  expect(JSON.parse(made.stdout)).toEqual({
    sealingKey: { id: "copies-2026", publicKey: file.publicKey },
  });
  expect(await openCopyKey(file, "a long enough passphrase")).not.toBeNull();
  if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);

  expect(run("another long passphrase", path, "copies-2027").status).not.toBe(0);
  expect(copyKeyFile.parse(JSON.parse(readFileSync(path, "utf8")))).toEqual(file);
});

it("asks for a file, an id and a passphrase that is long enough", () => {
  expect(run("a long enough passphrase", path).status).toBe(2);
  expect(run("a long enough passphrase", path, "No Id").status).toBe(2);
  expect(run("short", join(folder.path, "other.json"), "copies-2026").status).toBe(2);
});
