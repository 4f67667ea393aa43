import type { EnvelopeHeader } from "../contract/envelope.ts";

/** When a capture was taken by head office's clock as far as the device knew it, in ms since 1970. */
export function correctTime(header: Pick<EnvelopeHeader, "capturedAt" | "clockOffsetMs">): number {
  return Date.parse(header.capturedAt) + (header.clockOffsetMs ?? 0);
}

/** A device's clock that is further off than this is doubted; a signature is refused beyond it as well. */
const trustedOffsetMs = 300 * 1000;

/** Whether the moment may be wrong: head office was never heard, or the PC's clock was far from its own. */
export function isClockDoubtful({ clockOffsetMs }: Pick<EnvelopeHeader, "clockOffsetMs">): boolean {
  return clockOffsetMs === null || Math.abs(clockOffsetMs) > trustedOffsetMs;
}
