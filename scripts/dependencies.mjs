import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const oldestNode = [20, 19];

/** Runs `npm ci` unless what is installed is what the lock file asks for. */
export async function installDependencies() {
  refuseOldNode();
  if (isInstalled()) return;
  const problem = await npmCi();
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

function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [needMajor, needMinor] = oldestNode;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  console.error(`Node.js ${needMajor}.${needMinor} or newer is needed, this is ${process.versions.node}.`);
  process.exit(1);
}

/** Resolves with undefined when it worked, otherwise with what npm said. */
function npmCi() {
  const title = "Installing the dependencies (npm ci)";
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const tty = process.stdout.isTTY;
  process.stdout.write(tty ? title : `${title} …\n`);
  const ticking = setInterval(
    () => {
      if (tty) process.stdout.write(`\r${title} … ${seconds()} s`);
      else console.log(`  … ${seconds()} s`);
    },
    tty ? 1000 : 10_000,
  );
  return new Promise((resolve) => {
    const npm = spawn("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let said = "";
    npm.stdout.on("data", (chunk) => (said += chunk));
    npm.stderr.on("data", (chunk) => (said += chunk));
    const finish = (problem) => {
      clearInterval(ticking);
      console.log(`${tty ? `\r${title}` : title}: ${problem === undefined ? "done" : "failed"}, ${seconds()} s`);
      resolve(problem);
    };
    npm.on("error", (error) => finish(`npm could not be started: ${error.message}`));
    npm.on("close", (code) => finish(code === 0 ? undefined : said.trim()));
  });
}
