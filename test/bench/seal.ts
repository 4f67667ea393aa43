import { createHash, randomBytes } from "node:crypto";
import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { exampleCopyRules } from "../../src/captures/id-copy/example-reference.ts";
import { submitCapture } from "../../src/main/capture/submit-capture.ts";
import { sealAttachment } from "../../src/main/keys/seal-attachment.ts";
import { deskDevice, makeCaptureDeps, makeFolder, openDesk } from "../support/desk-store.ts";
import { counterStaff, inventInput } from "../support/filled-store.ts";
import { describe, median, reportRatio, runRounds } from "./rounds.ts";

/**
 * Sealing 2 MB to head office's key and storing them, durably, in the encrypted store, beside the least that
 * durability costs here: the same bytes written to a file, with fsync. Goal: at most 4.
 */
const goal = 4;
const size = 2_000_000;
const purpose = "refund-id-copy";
const folder = makeFolder("bench-seal");
const { store } = openDesk({ path: join(folder.path, "desk.db"), now: Date.now });
const deps = makeCaptureDeps(store, Date.now);
const file = openSync(join(folder.path, "plain"), "w");
let picture = Buffer.alloc(0);
let capture = "";
let sequence = 0;
let digest = "";

const [seal, write] = await runRounds(
  [
    {
      name: "seal and store 2 MB",
      prepare(index) {
        const saved = submitCapture(deps, counterStaff, inventInput(index));
        if (!saved.ok) throw new Error(`refused: ${JSON.stringify(saved.failure)}`);
        capture = saved.value.id;
        sequence = store.captures.last()?.sequence ?? 0;
        picture = randomBytes(size);
      },
      async run() {
        const place = { capture, device: deskDevice, sequence, purpose } as const;
        const sealed = await sealAttachment(exampleCopyRules.sealingKey, place, picture);
        picture.fill(0);
        digest = createHash("sha256").update(sealed).digest("hex");
        const { id: key } = exampleCopyRules.sealingKey;
        store.write(() =>
          store.attachments.add(sequence, { purpose, digest, size: sealed.length, key, sealed }),
        );
      },
      finish: () => store.attachments.acknowledge(sequence, digest),
    },
    {
      name: "write and fsync the bytes",
      prepare() {
        picture = randomBytes(size);
      },
      run() {
        writeSync(file, picture, 0, picture.length, 0);
        fsyncSync(file);
      },
      finish: () => ftruncateSync(file, 0),
    },
  ],
  { rounds: 15, pieces: 6 },
);
closeSync(file);
store.close();
folder.remove();
if (!seal || !write) throw new Error("a contender is missing");

console.log(`${seal.pieces.length} pictures of ${size} bytes, by turns`);
console.log(describe(seal));
console.log(describe(write));
console.log(`goal: at most ${goal.toFixed(2)}`);
reportRatio("seal", median(seal.rounds) / median(write.rounds));
