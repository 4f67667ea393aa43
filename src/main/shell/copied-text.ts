import { setTimeout as wait } from "node:timers/promises";
import { clipboard } from "electron";

/** The page tells of a copy a moment before the system has it, on a busy PC for longer than that. */
const lookEveryMs = 10;
const patienceMs = 1_000;

/** What a page of ours put on the clipboard: it is somebody's data, and goes when the desk locks. */
export function makeCopiedText() {
  let copied: string | null = null;

  // The system may write line ends and wide spaces its own way.
  const holds = async (text: string) => even(await clipboard.readText()).startsWith(even(text));

  return {
    /** A page has just copied this text, or one that begins with it. */
    note(text: string): void {
      if (even(text) !== "") copied = text;
    },
    /** Takes it off again, unless something else was copied since. */
    async clear(): Promise<void> {
      const own = copied;
      copied = null;
      if (own === null) return;
      // A lock right after a copy must not come before the system has what was copied.
      const until = performance.now() + patienceMs;
      while (!(await holds(own)) && performance.now() < until) await wait(lookEveryMs);
      if (await holds(own)) clipboard.writeText("");
    },
  };
}

const even = (text: string) => text.replace(/\s+/gu, " ").trim();
