import { V7Generator } from "uuidv7";

/**
 * A source of capture ids: UUID version 7 (RFC 9562), rising as long as the clock does not fall back by
 * more than ten seconds.
 */
export function makeCaptureIds(
  now: () => number,
  random: (size: number) => Uint8Array,
): () => string {
  const generator = new V7Generator({ nextUint32: () => Buffer.from(random(4)).readUInt32BE() });
  return () => generator.generateOrResetWithTs(now()).toString();
}
