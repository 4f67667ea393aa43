import { patienceMs } from "../../src/main/sync/line.ts";

/**
 * A PC's clock that may jump, over a time that does not: timers run by the latter, as the system's do. Time
 * stands still between tasks, so that no test waits for a backoff or hangs on a fast machine.
 */
export type DeskClock = {
  /** What the PC believes, ms since 1970. */
  now(): number;
  schedule(ms: number, task: () => void): () => void;
  /** Whether a wake is planned, which sync does when it has nothing in the air. */
  isIdle(): boolean;
  /** Lets true time go on to the next planned wake and runs it. */
  goToNextWake(): void;
  pass(ms: number): void;
  jump(ms: number): void;
  /** Forgets all that was planned: the process is gone. */
  clear(): void;
};

/** One true time for the whole world: head office's clock. */
export type TrueTime = { now(): number; pass(ms: number): void; reach(at: number): void };

export function makeTrueTime(start: number): TrueTime {
  let now = start;
  return {
    now: () => now,
    pass(ms) {
      now += ms;
    },
    reach(at) {
      now = Math.max(now, at);
    },
  };
}

/** The longest that a timer can wait; a longer one runs at once. */
const longestTimerMs = 2 ** 31 - 1;

type Task = { at: number; run: () => void; isWake: boolean };

export function makeClockOver(time: TrueTime): DeskClock {
  let offset = 0;
  const tasks = new Set<Task>();
  const wakes = () => [...tasks].filter((task) => task.isWake).sort((one, two) => one.at - two.at);
  return {
    now: () => time.now() + offset,
    schedule(ms, run) {
      const waits = ms > longestTimerMs ? 1 : ms;
      const task = { at: time.now() + waits, run, isWake: ms !== patienceMs };
      tasks.add(task);
      return () => tasks.delete(task);
    },
    isIdle: () => wakes().length > 0,
    goToNextWake() {
      const [next] = wakes();
      if (!next) throw new Error("no wake is planned");
      tasks.delete(next);
      time.reach(next.at);
      next.run();
    },
    pass: (ms) => time.pass(ms),
    jump(ms) {
      offset += ms;
    },
    clear: () => tasks.clear(),
  };
}

/** A clock with a time of its own. */
export const makeDeskClock = (start: number): DeskClock => makeClockOver(makeTrueTime(start));
