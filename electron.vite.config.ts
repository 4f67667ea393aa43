import { join } from "node:path";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import { cardOcrFiles } from "./scripts/card-ocr-files.ts";

// Electron 45 runs more, but the development runtime is as old as these
// (scripts/electron-runtime).
const oldestNode = "node18";
const oldestChrome = "chrome114";

/** What main's first file and the rest of main share. */
const firstWindow =
  /src.(main.shell.(debugging|desk-window|ipc-channel|page-protocol)|contract.procedures)/;

const commonJs = { format: "cjs", entryFileNames: "[name].cjs" } as const;

export default defineConfig({
  main: {
    build: {
      target: oldestNode,
      outDir: "out/main",
      // Only what has a native part stays outside.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: "src/main/index.ts", "scrypt-worker": "src/main/keys/scrypt-worker.ts" },
        external: ["better-sqlite3"],
        // Beside the first file only what it reads later.
        output: {
          ...commonJs,
          chunkFileNames: "[name].cjs",
          // By itself: in the first file it would be loaded by the other, and the other by it.
          codeSplitting: { groups: [{ name: "first-window", test: firstWindow }] },
        },
      },
    },
  },
  preload: {
    build: {
      target: oldestNode,
      outDir: "out/preload",
      // A sandboxed preload can load no other file.
      externalizeDeps: false,
      rolldownOptions: {
        input: "src/preload/index.ts",
        output: { ...commonJs, codeSplitting: false },
      },
    },
  },
  renderer: {
    root: "src/renderer",
    base: "./",
    plugins: [react(), tailwindcss(), cardOcrFiles()],
    build: {
      target: oldestChrome,
      outDir: "out/renderer",
      // The pages' policy lets nothing load from data: URLs but pictures; small fonts would become some.
      assetsInlineLimit: 0,
      // A third of the bytes to read and parse before the sign-in page shows.
      minify: "oxc",
      rolldownOptions: {
        input: join(import.meta.dirname, "src/renderer/index.html"),
        // One script before the first page shows: each further one is a trip through main, which is busy then.
        output: { codeSplitting: { groups: [{ name: "first-page", tags: ["$initial"] }] } },
      },
    },
  },
});
