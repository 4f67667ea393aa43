import { randomFill } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { promisify } from "node:util";

const fill = promisify(randomFill);

/**
 * Resolves when whatever was under way has come to rest: with one thread for such work (UV_THREADPOOL_SIZE=1)
 * its queue is first in, first out, so that a task of our own ends behind all that were there.
 */
export async function settle(): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await fill(Buffer.alloc(1));
    await nextTurn();
  }
}
