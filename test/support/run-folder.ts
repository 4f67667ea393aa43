import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for what every process of one run of tests begins with; removed after the run. */
// biome-ignore lint/style/noDefaultExport: Playwright and Vitest look for it
export default function setup(): () => void {
  const path = mkdtempSync(join(tmpdir(), "yinyom-run-"));
  process.env.YINYOM_TEST_RUN = path;
  return () => rmSync(path, { recursive: true, force: true });
}

/** What `make` gives, made once in a run: it must be the same whoever makes it, and nobody changes it. */
export async function readOnceMade(name: string, make: () => Promise<Blob>): Promise<Blob> {
  const folder = process.env.YINYOM_TEST_RUN;
  if (folder === undefined) return make();
  const path = join(folder, name);
  if (!existsSync(path)) {
    const made = Buffer.from(await (await make()).arrayBuffer());
    // Whole or not there: another process may look for it at the same moment.
    writeFileSync(`${path}.${process.pid}`, made);
    renameSync(`${path}.${process.pid}`, path);
  }
  return new Blob([readFileSync(path)]);
}
