import { rmSync } from "node:fs";
import { type Chance, makeChance } from "../sim/seeded-chance.ts";
import { makeCutDisk } from "./cut-disk.ts";
import type { DiskCall } from "./disk-calls.ts";

/** YINYOM_CUT_SEED names other moments and fates. */
const seed = Number(process.env.YINYOM_CUT_SEED ?? 1);

type Cuts = {
  calls: readonly DiskCall[];
  /** What lay in the folder when the recording began; null: nothing. */
  before: string | null;
  count: number;
  /** Where to put what each cut leaves; removed again. */
  left: string;
  /** Each line that the process said, before the cuts that come after it. */
  hear(line: string): void;
  /** What is lost or by half in this folder after a cut. Throwing is a fault too. */
  listFaults(folder: string): Promise<string[]>;
};

/** Cuts the power at seeded moments of a recording; the answer tells each fault with the cut it came by. */
export async function cutPower(cuts: Cuts): Promise<string[]> {
  const { calls, before, count, left } = cuts;
  const all: string[] = [];
  const disk = makeCutDisk(before);
  let done = 0;
  for (const [index, place] of choosePlaces(calls, count, makeChance(seed)).entries()) {
    for (const call of calls.slice(done, place)) {
      disk.apply(call);
      if (call.call === "said") call.text.trimEnd().split("\n").forEach(cuts.hear);
    }
    done = place;
    disk.writeAfterCut(left, makeChance(seed * 100_000 + index));
    const faults = await cuts.listFaults(left).catch((error) => [String(error)]);
    all.push(...faults.map((fault) => `cut ${index} of seed ${seed}, at call ${place}: ${fault}`));
    rmSync(left, { recursive: true });
  }
  return all;
}

/** Half of them anywhere, half right after an answer, where a missing sync shows. */
function choosePlaces(calls: readonly DiskCall[], count: number, chance: Chance): number[] {
  const answers = calls.flatMap(({ call }, place) => (call === "said" ? [place + 1] : []));
  const choose = () => (chance.once(2) ? chance.pick(answers) : chance.below(calls.length + 1));
  return Array.from({ length: count }, choose).sort((one, other) => one - other);
}
