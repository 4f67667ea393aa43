import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { makeFolder, openDesk } from "../support/desk-store.ts";

const folder = makeFolder("fsync");
afterAll(folder.remove);
const loop = fileURLToPath(new URL("./saving-loop.ts", import.meta.url));
const answers = 30;

/** Where there is no strace, or none may look on, nobody can be asked. */
const hasStrace = spawnSync("strace", ["-o", "/dev/null", "true"]).status === 0;

it.skipIf(!hasStrace)(
  "what was saved is on the disk before it is answered: an fsync of the log before each answer",
  { timeout: 60_000 },
  async () => {
    const path = join(folder.path, "desk.db");
    const key = randomBytes(32);
    openDesk({ path, key }).store.close();
    const log = join(folder.path, "calls");
    const calls = "trace=fsync,fdatasync,write";
    const child = spawn(
      "strace",
      [
        "-f",
        "-y",
        "-s",
        "80",
        "-e",
        calls,
        "-o",
        log,
        process.execPath,
        loop,
        path,
        key.toString("hex"),
      ],
      { stdio: ["pipe", "pipe", "ignore"] },
    );
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (more: string) => {
      text += more;
      // Nobody listens any more: the next answer ends the process, and what looks on with it.
      if (text.split("\n").length > answers) child.stdout.destroy();
    });
    child.stdin.write(".");
    await once(child, "close");

    const lines = readFileSync(log, "utf8").split("\n");
    let synced = 0;
    let answered = 0;
    for (const line of lines) {
      if (/ f(data)?sync\(\d+<[^>]*desk\.db-wal>\) += 0/.test(line)) synced += 1;
      if (!/ write\(1<[^>]*>, "[0-9a-f-]{36}\\n"/.test(line)) continue;
      expect(synced).toBeGreaterThan(0);
      synced = 0;
      answered += 1;
    }
    expect(answered).toBeGreaterThanOrEqual(answers);
  },
);
