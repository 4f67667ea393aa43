import { patienceMs } from "../../src/main/sync/line.ts";

/** A clock that stands still between tasks, so that no test waits for a backoff or hangs on a fast machine. */
export type DeskClock = {
  /** ms since 1970. */
  now(): number;
  schedule(ms: number, task: () => void): () => void;
  /** Whether a wake is planned, which sync does when it has nothing in the air. */
  isIdle(): boolean;
  /** Goes to the moment of the next planned wake and runs it. */
  goToNextWake(): void;
  pass(ms: number): void;
};

type Task = { at: number; run: () => void; isWake: boolean };

export function makeDeskClock(start: number): DeskClock {
  let now = start;
  const tasks = new Set<Task>();
  const wakes = () => [...tasks].filter((task) => task.isWake).sort((one, two) => one.at - two.at);
  return {
    now: () => now,
    schedule(ms, run) {
      const task = { at: now + ms, run, isWake: ms !== patienceMs };
      tasks.add(task);
      return () => tasks.delete(task);
    },
    isIdle: () => wakes().length > 0,
    goToNextWake() {
      const [next] = wakes();
      if (!next) throw new Error("no wake is planned");
      tasks.delete(next);
      now = Math.max(now, next.at);
      next.run();
    },
    pass(ms) {
      now += ms;
    },
  };
}
