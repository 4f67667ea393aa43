import { app } from "electron";

const switches = ["remote-debugging-port", "remote-debugging-pipe"];

/**
 * Whether somebody started a packaged desk so that another program could read its pages. No fuse keeps
 * that out, as one does for main's own debugger.
 */
export function isOpenToDebugging(): boolean {
  return app.isPackaged && switches.some((name) => app.commandLine.hasSwitch(name));
}
