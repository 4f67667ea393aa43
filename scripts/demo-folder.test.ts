import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { choosePort, claimDemoFolder } from "./demo-folder.ts";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "yinyom-demo-"));
  // Each system has its own name for where a program's data belong.
  vi.stubEnv("XDG_DATA_HOME", home);
  vi.stubEnv("LOCALAPPDATA", home);
  vi.stubEnv("HOME", home);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Starts once, leaves a file where head office keeps its data, and ends. */
function startOnce(): string {
  const { headOffice, release } = claimDemoFolder({ fresh: false });
  mkdirSync(headOffice, { recursive: true });
  const kept = join(headOffice, "kept");
  writeFileSync(kept, "");
  release();
  return kept;
}

describe("the demo's folder", () => {
  it("keeps its data over a second start, and begins anew only when that is asked for", () => {
    const kept = startOnce();
    const second = claimDemoFolder({ fresh: false });
    expect(second.path.startsWith(home)).toBe(true);
    expect(existsSync(kept)).toBe(true);
    second.release();
    claimDemoFolder({ fresh: true }).release();
    expect(existsSync(kept)).toBe(false);
  });

  it("is one process's: another is told which, and takes nothing away, asked to begin anew or not", () => {
    const kept = startOnce();
    const { path, release } = claimDemoFolder({ fresh: false });
    for (const fresh of [false, true]) {
      expect(() => claimDemoFolder({ fresh })).toThrow(`process ${process.pid}`);
    }
    expect(existsSync(kept)).toBe(true);
    release();
    // Whoever was killed has left its mark behind, and is no longer there.
    writeFileSync(join(path, "running"), "4194305");
    claimDemoFolder({ fresh: false }).release();
  });

  it("finds head office's port again, or a free one where somebody else has it", async () => {
    vi.spyOn(console, "log").mockReturnValue(undefined);
    const folder = claimDemoFolder({ fresh: false });
    const port = await choosePort(folder);
    expect(await choosePort(folder)).toBe(port);
    const stranger = createServer();
    await new Promise<void>((done) => stranger.listen(port, "127.0.0.1", done));
    const other = await choosePort(folder);
    expect(other).not.toBe(port);
    stranger.close();
    expect(await choosePort(folder)).toBe(other);
    folder.release();
  });
});
