import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runQuietly } from "./progress.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const oldestNode = { major: 20, minor: 19 };

/** Runs `npm ci` unless what is installed is what the lock file asks for. */
export async function installDependencies() {
  refuseOldNode();
  if (isInstalled()) return;
  const problem = await runQuietly(
    "Installing the dependencies (npm ci)",
    "npm",
    ["ci", "--no-audit", "--no-fund", "--loglevel=error"],
    { cwd: root },
  );
  if (problem === undefined) return;
  console.error(problem);
  console.error("\nThe dependencies could not be installed.");
  console.error("Check that the npm registry can be reached (npm ping) and that there is room on");
  console.error("the disk, then run the same command again.");
  process.exit(1);
}

// npm writes its own list of what it installed last of all, so a broken install has none.
function isInstalled() {
  const list = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(list) || !existsSync(join(root, "node_modules", "node", "bin"))) return false;
  const installed = packagesOf(list);
  return Object.entries(packagesOf(join(root, "package-lock.json"))).every(
    ([path, { version, optional }]) =>
      path === "" || optional === true || installed[path]?.version === version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > oldestNode.major || (major === oldestNode.major && minor >= oldestNode.minor)) return;
  const { major: oldest, minor: old } = oldestNode;
  console.error(`Node.js ${oldest}.${old} or newer is needed, this is ${process.versions.node}.`);
  process.exit(1);
}
