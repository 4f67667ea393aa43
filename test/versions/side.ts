import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Reads a module of another version of this project, which keeps the form it has here. */
export async function readModule<Module>(root: string, path: string): Promise<Module> {
  return (await import(pathToFileURL(join(root, path)).href)) as Module;
}

/** The kinds of capture that a version knows, by their folders. */
export function listKinds(root: string): string[] {
  const folder = join(root, "src", "captures");
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, "examples.ts")));
}
