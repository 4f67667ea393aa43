import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const sources = join(import.meta.dirname, "bootstrap");

/** Changes whenever the bootstrap does. */
export function bootstrapFingerprint(): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(sources).sort()) {
    if (!name.endsWith(".test.ts")) hash.update(name).update(readFileSync(join(sources, name)));
  }
  hash.update(readFileSync(import.meta.filename));
  return hash.digest("hex").slice(0, 12);
}

/**
 * Writes a bootstrap as one CommonJS file, `main.cjs`, which is what the runtime loads first.
 * `main` starts an app that the command line names, `packaged` the one that it is packaged with.
 */
export async function buildBootstrap(
  folder: string,
  entry: "main" | "packaged" = "main",
): Promise<void> {
  // Loaded late: finding a runtime that is there costs nothing.
  const { build } = await import("vite");
  await build({
    configFile: false,
    logLevel: "warn",
    root: sources,
    // A server build leaves Node.js' modules and its globals alone.
    ssr: { noExternal: true, external: ["electron"] },
    build: {
      ssr: join(sources, `${entry}.ts`),
      outDir: folder,
      emptyOutDir: false,
      target: "node18",
      minify: false,
      rolldownOptions: {
        external: ["electron"],
        output: { format: "cjs", entryFileNames: "main.cjs" },
      },
    },
  });
}
