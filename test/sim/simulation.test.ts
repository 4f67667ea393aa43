import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Envelope } from "../../src/contract/envelope.ts";
import { protocolHeader, syncPaths } from "../../src/contract/sync.ts";
import type { SimLine } from "./sim-line.ts";
import { openSimWorld } from "./sim-world.ts";

const run = promisify(execFile);
const program = fileURLToPath(new URL("./main.ts", import.meta.url));

async function simulate(...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [program, ...args], {
    env: { ...process.env, UV_THREADPOOL_SIZE: "1" },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

describe.concurrent("2,000 stories of desk and head office in a bad world", () => {
  test.each([1, 1001])(
    "end well, from seed %i on",
    async (seed) => {
      const said = await simulate("--seed", String(seed), "--runs", "1000");
      expect(said).toContain("1000 of 1000 stories ended well");
    },
    900_000,
  );
});

test("a seed is the same story every time", async () => {
  const tell = () => simulate("--seed", "77", "--runs", "5", "--trace");
  const digests = (said: string) => said.split("\n").filter((line) => line.startsWith("digest"));
  const [one, other] = [digests(await tell()), digests(await tell())];
  expect(one).toHaveLength(5);
  expect(other).toEqual(one);
}, 120_000);

/** Something on the way that says "accepted" in head office's name and passes nothing on. */
const lie = (line: SimLine): SimLine => ({
  ...line,
  async fetch(address, init) {
    if (!address.endsWith(syncPaths.push)) return line.fetch(address, init);
    const { items } = JSON.parse(gunzipSync(init.body as Uint8Array).toString()) as {
      items: Envelope[];
    };
    const verdicts = items.map(({ id, contentHash }) => ({
      id,
      contentHash,
      verdict: "accepted",
    }));
    const body = JSON.stringify({ verdicts, serverTime: new Date().toISOString() });
    return new Response(body, { status: 200, headers: { [protocolHeader]: "1" } });
  },
});

test("the ledger notices what never arrived, whatever the desk believes", async () => {
  const world = await openSimWorld();
  const { broken } = await world.run(3, lie);
  await world.close();
  expect(broken).toContain("acknowledged, and not at head office");
  expect(broken).toContain("a save that was answered is lost");
}, 120_000);
