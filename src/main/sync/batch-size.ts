/** Items and bytes of payload in one push at most. Head office takes more; smaller ones survive a bad line. */
export const fullBatch = 500;
export const fullBatchBytes = 2_000_000;

/** How many items the next push may hold, and how many it may never hold again in this run. */
export type BatchSize = { limit: number; ceiling: number };

export const startingSize: BatchSize = { limit: fullBatch, ceiling: fullBatch };

/** Head office or something before it found `sent` items too large: never as many again. */
export function shrinkTooLarge(size: BatchSize, sent: number): BatchSize {
  const ceiling = Math.max(1, Math.min(size.ceiling, Math.floor(sent / 2)));
  return { limit: Math.min(size.limit, ceiling), ceiling };
}

/** A push of `sent` items got no answer: a line that cuts long requests still carries short ones. */
export function shrinkLost(size: BatchSize, sent: number): BatchSize {
  return { ...size, limit: Math.max(1, Math.min(size.limit, Math.floor(sent / 2))) };
}

export function growAnswered(size: BatchSize): BatchSize {
  return { ...size, limit: Math.min(size.ceiling, size.limit * 2) };
}
