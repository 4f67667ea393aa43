import { createRequire } from "node:module";
import { app, safeStorage } from "electron";
import { adoptApplication } from "./application.ts";
import { readCommandLine } from "./command-line.ts";
import { installNewerNode } from "./newer-node.ts";
import type { NodeSqlite } from "./node-sqlite.ts";
import { createSafeStorage } from "./safe-storage.ts";
import { replaceSqliteBinding } from "./sqlite-binding.ts";
import { startSafely } from "./start-safely.ts";
import { provideWebUtils } from "./web-utils.ts";

const requireHere = createRequire(__filename);

// The product shows its banner and allows a store without encryption because of this; "0" shows how it refuses.
process.env.YINYOM_DEVELOPMENT_RUNTIME ??= "1";

startSafely(() => {
  installNewerNode();
  Object.assign(safeStorage, createSafeStorage());
  provideWebUtils(app);
  const commandLine = readCommandLine(process.argv.slice(1));
  for (const preload of commandLine.preloads) requireHere(preload);
  if (commandLine.app === undefined) throw new Error("No app was named on the command line.");
  const { folder, main } = adoptApplication(commandLine.app);
  replaceSqliteBinding(folder, requireHere("@photostructure/sqlite") as NodeSqlite);
  requireHere(main);
});
