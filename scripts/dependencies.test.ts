import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { root } from "./dependencies.mjs";

let clone: string;
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), "yinyom-clone-"));
  mkdirSync(join(clone, "scripts"));
  for (const name of ["run.mjs", "dependencies.mjs", "progress.mjs"]) {
    cpSync(join(root, "scripts", name), join(clone, "scripts", name));
  }
  writeFileSync(join(clone, "scripts/build.ts"), "");
  writeFileSync(join(clone, "package.json"), '{ "name": "clone", "version": "1.0.0" }');
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(clone, "scripts/run.mjs"), ...words],
    { encoding: "utf8", cwd: clone },
  );
  return { status, stdout, stderr };
}

it("shows that it installs, and where that fails what npm said and what to do", () => {
  // No lock file, which npm refuses without asking anybody.
  const { status, stdout, stderr } = run("build");
  expect(status).toBe(1);
  expect(stdout).toMatch(/^Installing the dependencies \(npm ci\) …\n[\s\S]*: failed \(\d+ s\)\n$/);
  expect(stderr).toContain("npm error code EUSAGE");
  expect(stderr).toContain("then run the same command again.");
});

it("names its commands where it is asked for another", () => {
  const { status, stderr } = run("strat");
  expect(status).toBe(2);
  expect(stderr).toMatch(/^Unknown command "strat"\. Known: start, dev, /);
});
