import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { provideSystemPackages } from "./system-packages.ts";

const runtime = { kind: "official", version: "1.0.0", folder: "/", executable: "/no-electron" };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "yinyom-path-"));
  vi.stubEnv("PATH", folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function putProgram(name: string, script = "exit 0"): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

/** As somebody who may not install. */
const provide = (tools: Parameters<typeof provideSystemPackages>[1]) =>
  provideSystemPackages(runtime as Parameters<typeof provideSystemPackages>[0], tools);

describe.skipIf(process.platform !== "linux")("what the system lacks", () => {
  beforeEach(() => {
    vi.spyOn(process, "getuid").mockReturnValue(1000);
  });

  it("asks for nothing where all is there", async () => {
    putProgram("pdftotext");
    await provide(["pdftotext"]);
  });

  it("is named with the one command that installs it", async () => {
    putProgram("apt-get");
    await expect(provide(["pdftotext", "zbarimg"])).rejects.toThrow(
      "This system lacks pdftotext, zbarimg.\nRun this once, then try again:\n\n" +
        "  sudo apt-get install -y --no-install-recommends poppler-utils zbar-tools\n",
    );
  });

  it("is named with Electron's own libraries where one of these is missing", async () => {
    putProgram("apt-get");
    putProgram("ldd", "echo '\tlibgbm.so.1 => not found'");
    const asked = provide([]);
    await expect(asked).rejects.toThrow("This system lacks libgbm.so.1.");
    await expect(asked).rejects.toThrow(/sudo apt-get install .* libgbm1 .* fonts-dejavu-core\n/);
  });

  it("is named where the system has no apt-get", async () => {
    await expect(provide(["pdftotext"])).rejects.toThrow("This system lacks pdftotext.\nInstall");
  });
});

it.skipIf(process.platform !== "linux")(
  "says what apt-get said, and what to run, where installing fails as root",
  async () => {
    vi.spyOn(process, "getuid").mockReturnValue(0);
    const printed = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    putProgram("apt-get", '[ "$1" = update ] || { echo "E: no room on the disk"; exit 100; }');
    await expect(provide(["pdftotext"])).rejects.toThrow(
      "E: no room on the disk\n\nThe system lacks pdftotext.\nRun this to see more:\n\n" +
        "  apt-get install -y --no-install-recommends poppler-utils\n",
    );
    const lines = printed.mock.calls.map(([text]) => String(text).trim());
    expect(lines).toEqual([
      "Reading Debian's package lists …",
      "Reading Debian's package lists: done (0 s)",
      "Installing 1 system packages …",
      "Installing 1 system packages: failed (0 s)",
    ]);
  },
);
