import { join } from "node:path";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// Head office's inbox. The desk's own build is electron.vite.config.ts, the tests' vitest.config.ts.
export default defineConfig({
  root: "src/head-office/inbox",
  base: "./",
  plugins: [react(), tailwindcss()],
  build: {
    target: "baseline-widely-available",
    outDir: join(import.meta.dirname, "out/inbox"),
    emptyOutDir: true,
    // The pages' policy lets no font load from a data: URL.
    assetsInlineLimit: 0,
  },
});
