import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import type { Store } from "../../src/main/store/open-store.ts";
import { sha256 } from "../../src/main/store/sha256.ts";
import { compileProgram } from "../support/compiled-program.ts";
import { makeFolder, openDesk } from "../support/desk-store.ts";
import { scramble } from "../support/invented-people.ts";
import { drawJpeg } from "../support/plain-jpeg.ts";
import { isThorough } from "../support/thoroughness.ts";

const folder = makeFolder("kill-copying");
afterAll(folder.remove);
const loop = await compileProgram(new URL("./copying-loop.ts", import.meta.url), folder.path);
const kills = isThorough ? 30 : 15;
const steps = ["seal", "store", "stored"] as const;

/** Lets a process save until it has said `step` for the `times`th time, and kills it some moments later. */
function killAt(path: string, key: Buffer, step: string, times: number, delayMs: number) {
  const child = spawn(process.execPath, [loop.file, path, key.toString("hex")], {
    stdio: ["pipe", "pipe", "inherit"],
    env: loop.env,
  });
  return new Promise<string[]>((resolve, reject) => {
    let text = "";
    let isDying = false;
    child.stdout.setEncoding("utf8").on("data", (more: string) => {
      text += more;
      if (text.startsWith("ready\n") && !isDying) child.stdin.write(".");
      if (isDying || text.split("\n").filter((line) => line === step).length < times) return;
      isDying = true;
      void wait(delayMs).then(() => child.kill("SIGKILL"));
    });
    child.on("error", reject);
    child.on("close", (_, signal) => {
      if (signal !== "SIGKILL") reject(new Error(`ended by ${signal ?? "itself"}`));
      else
        resolve(
          text
            .split("\n")
            .slice(0, -1)
            .filter((line) => line.length === 36),
        );
    });
  });
}

/** Each capture has the whole of its picture, sealed, and each picture its capture. */
function expectWhole(store: Store): string[] {
  const entries = store.attachments.list();
  for (const { id, sequence } of entries) {
    const { evidence } = JSON.parse(store.captures.readById(id)?.envelope.payload ?? "");
    const { digest, size } = evidence.attachment;
    const content = store.captures.readBySequence(sequence)?.envelope.contentHash ?? "";
    // Head office has the capture: only then is its picture given out.
    store.outbox.settle([{ sequence, verdict: { verdict: "accepted", id, contentHash: content } }]);
    const piece = store.attachments.nextPiece(Number.MAX_SAFE_INTEGER, size);
    expect(piece?.sequence).toBe(sequence);
    expect(
      createHash("sha256")
        .update(piece?.bytes ?? "")
        .digest("hex"),
    ).toBe(digest);
    store.attachments.acknowledge(sequence, digest);
  }
  expect(store.captures.count()).toBe(entries.length);
  return entries.map(({ id }) => id);
}

it("leaves nothing or a whole sealed copy, whenever it is killed, and no picture anywhere", {
  timeout: 240_000,
}, async () => {
  const path = join(folder.path, "desk.db");
  const key = randomBytes(32);
  openDesk({ path, key }).store.close();
  const answered: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const step = steps[kill % steps.length] ?? "seal";
    answered.push(...(await killAt(path, key, step, 1 + (kill % 2), scramble(kill) % 12)));
  }
  // Nothing of a picture in the clear beside the store either: log, temporary files, what was left over.
  const scraps = [1, 2, 3].map((number) => drawJpeg(number, 400, 300).subarray(700, 732));
  for (const name of readdirSync(folder.path).filter((entry) => entry !== "compiled")) {
    const bytes = readFileSync(join(folder.path, name));
    for (const scrap of scraps) expect(bytes.includes(scrap)).toBe(false);
  }
  const { store } = openDesk({ path, key });
  expect(store.captures.verifyChain(sha256)).toBeNull();
  const whole = new Set(expectWhole(store));
  expect(answered.filter((id) => !whole.has(id))).toEqual([]);
  expect(whole.size).toBeGreaterThan(kills / 3);
  store.close();
});
