import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../dependencies.mjs";
import { buildBootstrap } from "./bootstrap-build.ts";
import { standInModules } from "./stand-in.ts";

/**
 * The configuration of a package that the stand-in can run: the product's own, and its bootstrap in front.
 * Written into `folder`, with what it puts into the package. Nothing else names this file: a package for a
 * shop is made from electron-builder.yml alone.
 */
export async function writeDevelopmentPackage(folder: string): Promise<string> {
  const runtime = join(folder, "development-runtime");
  mkdirSync(runtime, { recursive: true });
  await buildBootstrap(runtime, "packaged");
  // Under another name until it is packed: a folder of that one is left out.
  const modules = join(folder, "modules");
  copySqlite(modules);
  const configuration = {
    extends: writeProductsOwn(folder),
    productName: "Yinyom (development)",
    extraMetadata: { main: "development-runtime/main.cjs" },
    files: [
      { from: runtime, to: "development-runtime", filter: ["**/*"] },
      { from: modules, to: "development-runtime/node_modules", filter: ["**/*"] },
    ],
  };
  const path = join(folder, "electron-builder.json");
  writeFileSync(path, JSON.stringify(configuration, null, 2));
  return path;
}

/** The stand-in's wire of fuses ends before one of them, which what extends it could not take out again. */
function writeProductsOwn(folder: string): string {
  const text = readFileSync(join(root, "electron-builder.yml"), "utf8");
  const path = join(folder, "products-own.yml");
  writeFileSync(path, text.replace(/^ *grantFileProtocolExtraPrivileges:.*$/m, ""));
  return path;
}

/** Only what is loaded: the stand-in exists for one platform. */
const loadedParts = {
  "@photostructure/sqlite": ["package.json", "LICENSE", "dist/index.cjs", "prebuilds/linux-x64"],
  "node-gyp-build": ["package.json", "LICENSE", "index.js", "node-gyp-build.js"],
};

function copySqlite(to: string): void {
  for (const [name, parts] of Object.entries(loadedParts)) {
    for (const part of parts) {
      cpSync(join(standInModules(), name, part), join(to, name, part), { recursive: true });
    }
  }
}
