import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/** The project as it was in a revision of its history, in a folder where it can run. */
export function layOutRevision(root: string, revision: string, folder: string): string {
  const place = join(folder, revision);
  mkdirSync(place, { recursive: true });
  const archive = execFileSync("git", ["archive", revision], { cwd: root, maxBuffer: 2 ** 30 });
  execFileSync("tar", ["-x", "-C", place], { input: archive });
  if (needsOwn(root, place)) {
    const { status } = spawnSync("npm", ["ci", "--omit=dev"], { cwd: place, stdio: "inherit" });
    if (status !== 0) throw new Error(`npm ci of ${revision} ended with ${status}`);
  } else {
    symlinkSync(join(root, "node_modules"), join(place, "node_modules"));
  }
  return place;
}

/** Whether it stands on another library than is installed here: then it gets its own. */
function needsOwn(root: string, place: string): boolean {
  const read = (folder: string): Record<string, string> =>
    JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).dependencies;
  const here = read(root);
  return Object.entries(read(place)).some(([name, version]) => here[name] !== version);
}
