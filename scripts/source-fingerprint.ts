import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./dependencies.mjs";

/** A hash over files and folders of the project, tests left out. */
export function fingerprint(inputs: readonly string[]): string {
  const hash = createHash("sha256");
  for (const input of inputs) {
    for (const path of filesBelow(input)) hash.update(path).update(readFileSync(join(root, path)));
  }
  return hash.digest("hex");
}

function filesBelow(path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full) || /[.]test[.]tsx?$/.test(path)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}
