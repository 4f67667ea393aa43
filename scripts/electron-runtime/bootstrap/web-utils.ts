import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "electron";

// Electron 32 took `path` from files and gave preloads `webUtils` instead; here it is the other way round.
const preload = `
const electron = require("electron");
if (!electron.webUtils) electron.webUtils = { getPathForFile: (file) => file.path ?? "" };
`;

/** Gives every session's preloads Electron's newer way to a file's path. */
export function provideWebUtils(app: App): void {
  const path = join(tmpdir(), `yinyom-web-utils-${process.pid}.cjs`);
  writeFileSync(path, preload);
  app.on("session-created", (session) => {
    session.setPreloads([...session.getPreloads(), path]);
  });
}
