import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { app } from "electron";

interface PackageJson {
  name?: string;
  productName?: string;
  version?: string;
  desktopName?: string;
}

// Electron has these and leaves them out of its types.
interface InnerApp {
  setAppPath(path: string): void;
  setVersion(version: string): void;
  setDesktopName(name: string): void;
}

/** Gives Electron the app's name, version and path, as its default app does, and says where to begin. */
export function adoptApplication(path: string): { folder: string; main: string } {
  const given = resolve(path);
  const manifest = join(given, "package.json");
  const main = createRequire(join(given, "package.json")).resolve(given);
  const folder = existsSync(manifest) ? given : dirname(main);
  const inner = app as unknown as InnerApp;
  if (existsSync(manifest)) {
    const { name, productName, version, desktopName } = readManifest(manifest);
    if (version) inner.setVersion(version);
    app.setName(productName ?? name ?? app.getName());
    inner.setDesktopName(desktopName ?? `${app.getName()}.desktop`);
  }
  inner.setAppPath(folder);
  Object.defineProperty(process, "defaultApp", { value: true, enumerable: true });
  if (!app.commandLine.hasSwitch("user-data-dir")) {
    app.setPath("userData", join(app.getPath("appData"), app.getName()));
  }
  return { folder, main };
}

function readManifest(path: string): PackageJson {
  return JSON.parse(readFileSync(path, "utf8")) as PackageJson;
}
