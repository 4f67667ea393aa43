import type { Envelope, EnvelopeHeader } from "./envelope.ts";

/** SHA-256 of UTF-8 text as lower-case hexadecimal; injected, since the contract knows no platform. */
export type Sha256 = (text: string) => string;

/** What the first capture of a device names as its predecessor. */
export const chainStart = "0".repeat(64);

export function hashContent(sha256: Sha256, salt: string, payload: string): string {
  return sha256(`${salt}\n${payload}`);
}

/**
 * The hash that links a capture into its device's chain. It covers the header with the content hash,
 * never payload or salt, so that purging these leaves the chain whole.
 */
export function hashHeader(sha256: Sha256, header: EnvelopeHeader): string {
  // A fixed array, not JSON of the object: key order must not be able to change the hash.
  return sha256(
    JSON.stringify([
      header.envelope,
      header.id,
      header.device,
      header.sequence,
      header.kind,
      header.version,
      header.capturedAt,
      header.clockOffsetMs,
      header.branch,
      header.staff,
      header.amends,
      header.notice && [
        header.notice.id,
        header.notice.version,
        header.notice.language,
        header.notice.hash,
      ],
      header.contentHash,
      header.previousHash,
    ]),
  );
}

/** What is wrong with one capture by itself: its content against its hash, its header against its hash. */
export function findEnvelopeFault(sha256: Sha256, item: Envelope): "content" | "header" | null {
  const { payload, salt } = item;
  const isContentSound =
    payload === null
      ? salt === null
      : salt !== null && hashContent(sha256, salt, payload) === item.contentHash;
  if (!isContentSound) return "content";
  return hashHeader(sha256, item) === item.hash ? null : "header";
}
