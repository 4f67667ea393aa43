import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./dependencies.mjs";

const folder = join(root, "test", "bench");
const [name, ...args] = process.argv.slice(2);
const known = benchNames();

if (name === undefined || !known.includes(name)) {
  if (name !== undefined) console.error(`There is no bench "${name}".`);
  console.log(`npm run bench -- <name>, where the name is ${known.join(", ") || "(none yet)"}`);
  process.exitCode = name === undefined ? 0 : 2;
} else {
  const { status } = spawnSync(process.execPath, [join(folder, `${name}.ts`), ...args], {
    cwd: root,
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
}
process.disconnect?.();

// A file that another bench imports is no bench itself.
function benchNames(): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => /^[a-z-]+[.]ts$/.test(file));
  const sources = files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
  return files
    .filter((file) => !sources.includes(`"./${file}"`))
    .map((file) => file.replace(/[.]ts$/, ""));
}
