import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { app, dialog, safeStorage } from "electron";
import { adoptApplication } from "./application.ts";
import { readCommandLine } from "./command-line.ts";
import { collectSoon } from "./garbage.ts";
import { installNewerNode } from "./newer-node.ts";
import type { NodeSqlite } from "./node-sqlite.ts";
import { createSafeStorage } from "./safe-storage.ts";
import { createSqliteAddon } from "./sqlite-addon.ts";

const requireHere = createRequire(__filename);

// The product shows its banner and allows a store without encryption because of this; "0" shows how it refuses.
process.env.YINYOM_DEVELOPMENT_RUNTIME ??= "1";

function start(): void {
  installNewerNode();
  Object.assign(safeStorage, createSafeStorage());
  const commandLine = readCommandLine(process.argv.slice(1));
  for (const preload of commandLine.preloads) requireHere(preload);
  if (commandLine.app === undefined) throw new Error("No app was named on the command line.");
  const { folder, main } = adoptApplication(commandLine.app);
  replaceSqliteBinding(folder);
  requireHere(main);
}

// Only the binding is replaced, and before the first import: all of better-sqlite3 that is
// JavaScript is the app's own.
function replaceSqliteBinding(folder: string): void {
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
  const addon = createSqliteAddon(requireHere("@photostructure/sqlite") as NodeSqlite, () => {
    if (!isQuitting) collectSoon();
  });
  const binding = requireThere(join(dirname(manifest), "lib", "binding.js")) as {
    getBinding: () => unknown;
  };
  binding.getBinding = () => addon;
}

try {
  start();
} catch (error) {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(reason);
  if (process.env.CI === undefined) dialog.showErrorBox("The app did not start", reason);
  app.exit(1);
}
