import type { WaitReason } from "../../contract/ipc.ts";
import type { Trouble } from "./answer-reading.ts";
import { drawBackoff } from "./backoff.ts";

/** What made the desk want to speak with head office. */
export type WakeReason = "saved" | "online" | "resumed" | "timer" | "manual";

/** How the line has been lately. Times are the device's clock in ms. */
export type LineHealth = {
  /** Failures in a row. */
  tries: number;
  trouble: WaitReason | null;
  /** Until then head office asked for silence: no trigger goes before. */
  holdUntil: number;
  /** When the timer may try again; people and saves need not wait for it. */
  nextTryAt: number;
  lastFailedAt: number;
};

export const healthyLine: LineHealth = {
  tries: 0,
  trouble: null,
  holdUntil: 0,
  nextTryAt: 0,
  lastFailedAt: Number.NEGATIVE_INFINITY,
};

/** The least time from a failure to the next try, however often somebody saves or presses the key. */
export const shortestGapMs = 1_000;

export function noteTrouble(
  health: LineHealth,
  trouble: Trouble,
  now: number,
  chance: number,
): LineHealth {
  const tries = health.tries + 1;
  const holdUntil = now + (trouble.retryAfterMs ?? 0);
  return {
    tries,
    trouble: trouble.reason,
    holdUntil,
    nextTryAt: Math.max(holdUntil, now + drawBackoff(tries, chance)),
    lastFailedAt: now,
  };
}

/** The earliest moment at which a wake for this reason may reach the line. */
export function earliestTry(health: LineHealth, reason: WakeReason, now: number): number {
  // The clock was set back since: the moments noted then may be years ahead, and nobody waits for these.
  if (now < health.lastFailedAt) return now;
  if (reason === "timer") return health.nextTryAt;
  return Math.max(health.holdUntil, health.lastFailedAt + shortestGapMs);
}

/** Whether this wake tries everything again, and not only what was never tried. */
export function triesAll(reason: WakeReason): boolean {
  return reason === "online" || reason === "resumed" || reason === "manual";
}
