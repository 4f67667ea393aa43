import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nameCopy } from "./migrate.ts";
import { openStore } from "./open-store.ts";

describe("the copy before a new version of the software", () => {
  const key = Buffer.alloc(32, 7);
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "yinyom-version-"));
    path = join(folder, "store.db");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function start(softwareVersion: string | undefined, file = path) {
    const opened = openStore({
      path: file,
      key,
      allowPlaintext: false,
      now: Date.now,
      ...(softwareVersion ? { softwareVersion } : {}),
    });
    if (!opened.ok) throw new Error(opened.failure.code);
    const kept = opened.value.drafts.read("somying", "marketing-consent")?.body ?? null;
    opened.value.drafts.keep("somying", "marketing-consent", `by ${softwareVersion}`);
    opened.value.close();
    return kept;
  }

  it("is made once for each version, of the store as the version before left it", () => {
    start("0.1.0");
    start("0.1.0");
    expect(existsSync(nameCopy(path))).toBe(false);
    start("0.2.0");
    const made = statSync(nameCopy(path)).mtimeMs;
    start("0.2.0");
    expect(statSync(nameCopy(path)).mtimeMs).toBe(made);
    // Another name: the copy opens by itself, with the same key.
    expect(start(undefined, nameCopy(path))).toBe("by 0.1.0");
  });

  it("is made of a store whose version nobody noted", () => {
    start(undefined);
    start("0.2.0");
    expect(existsSync(nameCopy(path))).toBe(true);
  });
});
