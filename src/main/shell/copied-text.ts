import { setTimeout as wait } from "node:timers/promises";
import { clipboard } from "electron";

/** The page tells of a copy a moment before the system has it, on a busy PC for longer than that. */
const lookEveryMs = 10;
const patienceMs = 1_000;

/** What a page of ours put on the clipboard: it is somebody's data, and goes when the desk locks. */
export function makeCopiedText() {
  let copied: string | null = null;
  /** What was there when it was looked at last: nothing new has come yet. */
  let before = "";
  let noting = Promise.resolve();

  async function look(): Promise<void> {
    const until = performance.now() + patienceMs;
    let text = await clipboard.readText();
    // The same text copied twice is found to be the same at the end of all patience.
    while (text === before && performance.now() < until) {
      await wait(lookEveryMs);
      text = await clipboard.readText();
    }
    before = text;
    copied = text;
  }

  return {
    /** A page has just copied something. */
    note(): Promise<void> {
      noting = noting.then(look);
      return noting;
    },
    /** Takes it off again, unless something else was copied since. */
    async clear(): Promise<void> {
      // A lock right after a copy must not come before it is known what was copied.
      await noting;
      const own = copied;
      copied = null;
      if (own !== null && (await clipboard.readText()) === own) {
        clipboard.writeText("");
        before = "";
      }
    },
  };
}
