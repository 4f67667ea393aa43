import { url as debuggerAddress } from "node:inspector";
import { createRequire } from "node:module";
import { join } from "node:path";
import { app, safeStorage } from "electron";
import { installNewerNode } from "./newer-node.ts";
import type { NodeSqlite } from "./node-sqlite.ts";
import { createSafeStorage } from "./safe-storage.ts";
import { replaceSqliteBinding } from "./sqlite-binding.ts";
import { startSafely } from "./start-safely.ts";
import { provideWebUtils } from "./web-utils.ts";

const requireHere = createRequire(__filename);

startSafely(() => {
  installNewerNode();
  Object.assign(safeStorage, createSafeStorage());
  provideWebUtils(app);
  if (debuggerAddress() !== undefined) hideDebugging();
  const folder = app.getAppPath();
  replaceSqliteBinding(folder, requireHere("@photostructure/sqlite") as NodeSqlite);
  loadAsDevelopment(() => requireHere(join(folder, "out", "main", "index.cjs")));
});

/**
 * A packaged app takes no store without encryption, and the stand-in can make no other. So the product's
 * first script finds a development build while it loads, which is when it decides that; whatever it asks
 * later, for its windows, is answered as for any packaged app.
 */
function loadAsDevelopment(load: () => void): void {
  process.env.YINYOM_DEVELOPMENT_RUNTIME = "1";
  // It stands for the developers' server, which a packaged app has nothing to do with.
  delete process.env.ELECTRON_RENDERER_URL;
  const { isPackaged } = app;
  Object.defineProperty(app, "isPackaged", { value: false, configurable: true });
  load();
  Object.defineProperty(app, "isPackaged", { value: isPackaged, configurable: true });
}

/**
 * A test drives the app through main's debugger, which takes a copy whose fuse was opened, and through the
 * pages', which the product refuses. The package as it was made has no debugger, so it hides nothing.
 */
function hideDebugging(): void {
  const has = app.commandLine.hasSwitch.bind(app.commandLine);
  app.commandLine.hasSwitch = (name) => !name.startsWith("remote-debugging-") && has(name);
}
