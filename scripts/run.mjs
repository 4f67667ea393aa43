// The entry of every command. It must run on the Node.js that happens to be installed, with no
// dependency at all: it installs them, then hands over to the Node.js 24 among them.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { installDependencies, root } from "./dependencies.mjs";

/** @type {Record<string, string>} */
const entries = {
  start: "scripts/start.ts",
  dev: "scripts/dev.ts",
  build: "scripts/build.ts",
  test: "scripts/test.ts",
  e2e: "scripts/e2e.ts",
  bench: "scripts/bench.ts",
  sim: "scripts/simulate.ts",
  versions: "test/versions/main.ts",
  mutation: "scripts/mutation.ts",
  pictures: "scripts/pictures.ts",
  package: "scripts/package.ts",
  release: "scripts/release.ts",
  "head-office": "scripts/head-office.ts",
  "copy-key": "src/head-office/copies/make-copy-key.ts",
};

const [name, ...rest] = process.argv.slice(2);
const entry = Object.entries(entries).find(([known]) => known === name)?.[1];
if (entry === undefined) {
  console.error(`Unknown command "${name ?? ""}". Known: ${Object.keys(entries).join(", ")}.`);
  process.exit(2);
}
if (!existsSync(join(root, entry))) {
  console.error(`There is no ${entry}, so "npm run ${name}" has nothing to run yet.`);
  process.exit(2);
}

await installDependencies();

const node = join(
  root,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);
const child = spawn(node, [join(root, entry), ...rest], {
  cwd: root,
  // The channel tells the child when this process is gone, however it went.
  stdio: ["inherit", "inherit", "inherit", "ipc"],
});
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => child.kill(signal));
}
// npm ends without a word to what it started: its death shows in the parent's number alone.
const parent = process.ppid;
if (process.env.npm_lifecycle_event !== undefined) {
  setInterval(() => {
    if (process.ppid !== parent) child.kill("SIGTERM");
  }, 1000);
}
child.on("error", (error) => {
  console.error(`Node.js 24 could not be started (${error.message}).`);
  console.error("Remove the folder node_modules and try again.");
  process.exit(1);
});
child.on("exit", (code, signal) => {
  process.exit(code ?? (signal === "SIGINT" ? 130 : 1));
});
