import { mkdirSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

/** What Node.js is started with. */
export type Program = { file: string; env: NodeJS.ProcessEnv };

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Makes one file of a program that a test starts and kills hundreds of times: reading its hundred modules would take
 * twice as long as all else it does. It lies in the folder `compiled` of the given one, and so does what
 * Node.js keeps of it.
 */
export async function compileProgram(source: URL, folder: string): Promise<Program> {
  const compiled = join(folder, "compiled");
  mkdirSync(compiled, { recursive: true });
  // The native part is looked for from where the program lies.
  symlinkSync(join(root, "node_modules"), join(compiled, "node_modules"));
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    ssr: { noExternal: true, external: ["better-sqlite3"] },
    build: {
      ssr: fileURLToPath(source),
      outDir: compiled,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: "[name].mjs" } },
    },
  });
  return {
    file: join(compiled, `${basename(source.pathname, ".ts")}.mjs`),
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  };
}
