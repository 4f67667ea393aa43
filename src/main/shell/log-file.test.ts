import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLogFile } from "./log-file.ts";

describe("the log's files", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "yinyom-log-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("keeps the newest lines in their order, in so many files of such a size", () => {
    const log = openLogFile(folder, { maxBytes: 100, older: 2 });
    const lines = Array.from({ length: 100 }, (_, index) => `line ${index}`);
    for (const line of lines) log.write(`${line}\n`);
    const kept = log.read();
    expect(kept.length).toBeGreaterThan(20);
    expect(kept).toEqual(lines.slice(-kept.length));
    expect(readdirSync(folder).sort()).toEqual(["desk.1.log", "desk.2.log", "desk.log"]);
    for (const name of readdirSync(folder)) {
      expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(100);
    }
  });

  it("goes on where an earlier start ended", () => {
    openLogFile(folder).write("first\n");
    const log = openLogFile(folder);
    log.write("second\n");
    expect(log.read()).toEqual(["first", "second"]);
  });

  it("throws nothing where it cannot write, and has nothing to read", () => {
    writeFileSync(join(folder, "in-the-way"), "");
    const log = openLogFile(join(folder, "in-the-way"));
    log.write("lost\n");
    expect(log.read()).toEqual([]);
  });
});
