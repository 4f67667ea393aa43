import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { app } from "electron";
import { collectSoon } from "./garbage.ts";
import type { NodeSqlite } from "./node-sqlite.ts";
import { createSqliteAddon } from "./sqlite-addon.ts";

/**
 * Only the binding is replaced, and before the first import: all of better-sqlite3 that is
 * JavaScript is the app's own.
 */
export function replaceSqliteBinding(folder: string, sqlite: NodeSqlite): void {
  const requireThere = createRequire(join(folder, "package.json"));
  let manifest: string;
  try {
    manifest = requireThere.resolve("better-sqlite3/package.json");
  } catch {
    return;
  }
  let isQuitting = false;
  app.on("before-quit", () => {
    isQuitting = true;
  });
  // Collecting while Electron takes itself down can keep it from ending.
  const addon = createSqliteAddon(sqlite, () => {
    if (!isQuitting) collectSoon();
  });
  const binding = requireThere(join(dirname(manifest), "lib", "binding.js")) as {
    getBinding: () => unknown;
  };
  binding.getBinding = () => addon;
}
