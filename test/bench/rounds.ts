import { performance } from "node:perf_hooks";

/** One side of a comparison. */
export type Contender = {
  name: string;
  /** Gets piece `index` ready, outside the measurement. */
  prepare?(index: number): void | Promise<void>;
  /** Does piece `index` of the work. */
  run(index: number): void | Promise<void>;
  /** Clears away what piece `index` left, outside the measurement. */
  finish?(index: number): void | Promise<void>;
};

/** What a contender took: ms per piece of work, one number per piece, and the median of each round. */
export type Timing = { name: string; pieces: number[]; rounds: number[] };

/**
 * Runs the contenders by turns, `pieces` of work a turn and `rounds` turns each, so that whatever else the
 * machine does falls on all of them. The first turn of each warms up and does not count.
 */
export async function runRounds(
  contenders: readonly Contender[],
  { rounds, pieces }: { rounds: number; pieces: number },
): Promise<Timing[]> {
  const timings = contenders.map(({ name }): Timing => ({ name, pieces: [], rounds: [] }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [place, contender] of contenders.entries()) {
      const taken: number[] = [];
      for (let piece = 0; piece < pieces; piece += 1) {
        const index = round * pieces + piece;
        await contender.prepare?.(index);
        const from = performance.now();
        await contender.run(index);
        taken.push(performance.now() - from);
        await contender.finish?.(index);
      }
      if (round === 0) continue;
      timings[place]?.pieces.push(...taken);
      timings[place]?.rounds.push(median(taken));
    }
  }
  return timings;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value below which `percent` percent of the values lie. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const place = Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100));
  const found = sorted[place];
  if (found === undefined) throw new Error("nothing was measured");
  return found;
}

export function formatMs(ms: number): string {
  return `${ms.toFixed(3)} ms`;
}

/** A line of the details: name, median of the rounds' medians, p99 of all pieces. */
export function describe({ name, pieces, rounds }: Timing): string {
  const p50 = formatMs(median(rounds)).padStart(12);
  return `${name.padEnd(34)} p50 ${p50}   p99 ${formatMs(percentile(pieces, 99)).padStart(12)}`;
}

/** The line that every bench ends with. */
export function reportRatio(name: string, ratio: number): void {
  console.log(`${name} ratio=${ratio.toFixed(2)}`);
}
