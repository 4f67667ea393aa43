import type { EnvelopeHeader } from "../contract/envelope.ts";

/** When a capture was taken by head office's clock as far as the device knew it, in ms since 1970. */
export function correctTime(header: Pick<EnvelopeHeader, "capturedAt" | "clockOffsetMs">): number {
  return Date.parse(header.capturedAt) + (header.clockOffsetMs ?? 0);
}
