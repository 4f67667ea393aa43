import { open, rename, rm } from "node:fs/promises";
import type { z } from "zod";
import { courierFileHead } from "../../../contract/courier.ts";

export type CourierFileHead = z.infer<typeof courierFileHead>;

/** The newest form of these files that this version knows. */
export const courierFileVersion = 1;

/** Characters of a line at most: those of a bundle's sealed bytes, and its other fields. */
const longestLine = 7_010_000;
const chunkBytes = 1_000_000;

/**
 * Writes a courier file whole or not at all: its head, then what comes, one JSON a line. The answer: how many
 * lines came. Throws what the file system throws; nothing is left behind then.
 */
export async function writeCourierFile(
  path: string,
  head: CourierFileHead,
  lines: AsyncIterable<object> | Iterable<object>,
): Promise<number> {
  const part = `${path}.part`;
  try {
    const file = await open(part, "w");
    let count = 0;
    try {
      await file.write(`${JSON.stringify(head)}\n`);
      for await (const line of lines) {
        await file.write(`${JSON.stringify(line)}\n`);
        count += 1;
      }
      // A stick is pulled out as soon as the page says that it is done.
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
    return count;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** The lines of a text file, read piece by piece. A line that is longer than any of ours comes as an empty one. */
export async function* readLines(path: string): AsyncGenerator<string> {
  const file = await open(path, "r");
  try {
    let rest: Buffer = Buffer.alloc(0);
    let isTooLong = false;
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(chunkBytes), 0, chunkBytes);
      if (bytesRead === 0) break;
      rest = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
        yield isTooLong ? "" : rest.toString("utf8", 0, end);
        isTooLong = false;
        rest = rest.subarray(end + 1);
      }
      if (rest.length > longestLine) {
        isTooLong = true;
        rest = Buffer.alloc(0);
      }
    }
    if (rest.length > 0 || isTooLong) yield isTooLong ? "" : rest.toString("utf8");
  } finally {
    await file.close();
  }
}

/** Null: it is no courier file. */
export function readHead(line: string): CourierFileHead | "too-new" | null {
  const value = parseLine(line);
  const head = courierFileHead.safeParse(value);
  if (head.success) return head.data.version > courierFileVersion ? "too-new" : head.data;
  // A later version's head may say more than this one knows.
  const bare = courierFileHead.pick({ form: true, version: true }).strip().safeParse(value);
  return bare.success && bare.data.version > courierFileVersion ? "too-new" : null;
}

/** Undefined: it is no JSON. */
export function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
