/** The device's clock and what is known of how it differs from head office's. */
export type Clock = {
  /** Device's clock, ms since 1970. */
  now(): number;
  /** Head office's clock minus the device's, in ms; null before the first contact. */
  offsetMs(): number | null;
  setOffset(offsetMs: number): void;
};

export function makeClock(now: () => number, offsetMs: number | null): Clock {
  let known = offsetMs;
  return {
    now,
    offsetMs: () => known,
    setOffset(measured) {
      known = measured;
    },
  };
}

/**
 * Head office's clock minus the device's, in whole ms. The answer is taken to have been written midway
 * between sending and receiving, so the error is at most half of what the request took.
 */
export function measureOffset(serverTime: string, sentAt: number, receivedAt: number): number {
  return Math.round(Date.parse(serverTime) - (sentAt + receivedAt) / 2);
}
