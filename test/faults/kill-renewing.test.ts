import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { type CopyKey, makeCopyKey, openCopyKey } from "../../src/head-office/copies/copy-key.ts";
import { answerRequest, readRequest } from "../../src/head-office/recovery/answer-request.ts";
import { makeShutKeys } from "../../src/main/recovery/shut-keys.ts";
import { sha256 } from "../../src/main/store/sha256.ts";
import { compileProgram } from "../support/compiled-program.ts";
import { makeFolder } from "../support/desk-store.ts";
import { takeDecisions } from "../support/filled-store.ts";
import { enrolKept, openKeptDesk, pathsOf, protectFor } from "../support/kept-keys.ts";

const kills = Number(process.env.YINYOM_RENEWING_KILLS ?? 12);
const captures = 300;
const folder = makeFolder("kill-renewing");
afterAll(folder.remove);
const step = await compileProgram(new URL("./renewing-step.ts", import.meta.url), folder.path);
const malee = protectFor("malee");

it(
  `a desk killed ${kills} times while its key changes opens with all it had, and head office can still help`,
  async () => {
    const office = await openCopyKey(
      await makeCopyKey("recovery", "a long passphrase"),
      "a long passphrase",
    );
    if (office === null) throw new Error("no key");
    const made = await openKeptDesk(folder.path, malee);
    await enrolKept(made.store, malee, Buffer.from("a device").toString("base64"));
    const { id, publicKey } = office;
    made.store.received.applyChanges(
      [{ topic: "recovery-key", key: "recovery-key", value: { id, publicKey } }],
      1000,
    );
    takeDecisions(made.store, 0, captures);
    await made.keys.sealIfDue();
    made.store.close();

    for (let kill = 0; kill < kills; kill += 1) {
      const child = spawn(process.execPath, [step.file, folder.path], {
        stdio: ["ignore", "pipe", "inherit"],
        env: step.env,
      });
      await once(child.stdout, "data");
      await wait((kill * 7.3) % 60);
      child.kill("SIGKILL");
      await once(child, "close");

      // By itself, and every other time by what head office gives back for the store as it lies there.
      if (kill % 2 === 1) await getHelp(office);
      const { store } = await openKeptDesk(folder.path, malee);
      expect(store.captures.count()).toBe(captures);
      expect(store.captures.verifyChain(sha256)).toBeNull();
      store.close();
    }
  },
  kills * 5000,
);

async function getHelp(office: CopyKey): Promise<void> {
  const shut = makeShutKeys({ paths: pathsOf(folder.path), system: malee, allowPlaintext: false });
  const asked = await shut.ask();
  const request = asked.ok ? readRequest(asked.value.request) : null;
  const answer = request && (await answerRequest(office, request));
  expect(await shut.takeAnswer(answer ?? "", null)).toEqual({ ok: true, value: undefined });
}
