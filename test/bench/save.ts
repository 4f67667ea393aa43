import { randomUUID } from "node:crypto";
import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { submitCapture } from "../../src/main/capture/submit-capture.ts";
import { makeCaptureDeps, makeFolder, openDesk, showNotice } from "../support/desk-store.ts";
import { inventDecision } from "../support/invented-people.ts";
import { describe, median, reportRatio, runRounds } from "./rounds.ts";

/**
 * The whole path of a capture (parse, rules, one durable transaction in the encrypted store) beside the least
 * that durability costs here: the same bytes appended to a file, with fdatasync. Goal: at most 2.5.
 */
const goal = 2.5;
const folder = makeFolder("bench-save");
const { store } = openDesk({ path: join(folder.path, "desk.db"), now: Date.now });
const deps = makeCaptureDeps(store, Date.now);
const who = { staff: "malee", roles: ["counter"] as const };
const notice = showNotice("th");
const inputs = Array.from({ length: 4000 }, (_, number) => ({
  request: randomUUID(),
  kind: "marketing-consent" as const,
  payload: inventDecision(number),
  amends: null,
  notice,
}));
const bytes = inputs.map((input) => Buffer.from(`${JSON.stringify(input.payload)}\n`));
const file = openSync(join(folder.path, "append.log"), "a");

const [save, append] = await runRounds(
  [
    {
      name: "save a capture",
      run(index) {
        const input = inputs[index];
        if (!input) throw new Error("too few inputs");
        const result = submitCapture(deps, who, input);
        if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.failure)}`);
      },
    },
    {
      name: "append and fdatasync the bytes",
      run(index) {
        writeSync(file, bytes[index] ?? Buffer.alloc(0));
        fdatasyncSync(file);
      },
    },
  ],
  { rounds: 15, pieces: 200 },
);
closeSync(file);
store.close();
folder.remove();
if (!save || !append) throw new Error("a contender is missing");

const [first] = bytes;
console.log(`${save.pieces.length} captures of about ${first?.length ?? 0} bytes, by turns`);
console.log(describe(save));
console.log(describe(append));
console.log(`goal: at most ${goal.toFixed(2)}`);
reportRatio("save", median(save.rounds) / median(append.rounds));
