import { z } from "zod";
import { type LogLine, logLine } from "../../contract/log-line.ts";

const count = z.int().nonnegative();
const short = z.string().max(80);
const word = z.string().regex(/^[a-z][a-z-]{0,60}$/);

/** What the desk says of the computer and of Electron. No name of a computer, a user or a folder. */
export const systemFacts = z.strictObject({
  system: short,
  processor: short,
  electron: short,
  memoryMegabytes: count,
  freeMemoryMegabytes: count,
  freeDiskMegabytes: count.nullable(),
});
export type SystemFacts = z.infer<typeof systemFacts>;

/** All that a support file may hold: numbers, versions, and words of the code. */
export const supportFile = z.strictObject({
  madeAt: z.iso.datetime(),
  version: short,
  system: systemFacts,
  /** As head office numbers them; neither names a person. */
  branch: short.nullable(),
  deviceNumber: count.nullable(),
  store: z.strictObject({ encrypted: z.boolean(), megabytes: z.number().nonnegative() }),
  sync: z.strictObject({
    waiting: count,
    parked: count,
    hoursWaiting: count.nullable(),
    hoursSinceSynced: count.nullable(),
    trouble: word.nullable(),
    /** How often each reason stands at what waits or is parked. */
    reasons: z.record(word, count),
  }),
  log: z.array(logLine),
  /** Lines that did not have the form of a log line, and are therefore not in the file. */
  linesLeftOut: count,
});
export type SupportFile = z.infer<typeof supportFile>;

const linesKept = 2000;

/** Reads the log anew by the form that its lines must have: whatever else got into the file stays there. */
export function readLogLines(lines: readonly string[]): { log: LogLine[]; linesLeftOut: number } {
  const newest = lines.slice(-linesKept);
  const log = newest.flatMap((line) => {
    const read = logLine.safeParse(parseJson(line));
    return read.success ? [read.data] : [];
  });
  return { log, linesLeftOut: newest.length - log.length };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** How often each reason stands there; one that is no word of the code counts as "other". */
export function countReasons(reasons: readonly (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const reason of reasons) {
    const name = reason === null ? "none" : word.safeParse(reason).success ? reason : "other";
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** The file as a person looks through it. Throws where a part does not have its form: that is a bug. */
export function writeSupportFile(file: SupportFile): string {
  const { log, ...rest } = supportFile.parse(file);
  const lines = log.map((line) => `    ${JSON.stringify(line)}`).join(",\n");
  const head = JSON.stringify(rest, null, 2).slice(0, -2);
  return `${head},\n  "log": [\n${lines}\n  ]\n}\n`;
}
