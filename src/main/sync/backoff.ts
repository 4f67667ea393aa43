/** Bounds of the wait after a try that failed, in ms. */
export const firstBackoffMs = 2_000;
export const longestBackoffMs = 300_000;

/**
 * How long to wait after `tries` failures in a row (1 or more), in ms: exponential with full jitter, so that
 * the desks of a shop, or of all shops after an outage, do not come back in step.
 * `chance` is uniform in [0, 1). Never below half a second: an unlucky draw must not become a busy loop.
 */
export function drawBackoff(tries: number, chance: number): number {
  // The exponent is bounded before the power, so that no count of tries can overflow it.
  const ceiling = Math.min(
    longestBackoffMs,
    firstBackoffMs * 2 ** Math.min(Math.max(tries, 1) - 1, 20),
  );
  return Math.max(500, Math.floor(ceiling * chance));
}

/**
 * The wait that a `Retry-After` header asks for, in ms: seconds or an HTTP date (RFC 9110 section 10.2.3).
 * Bounded to the longest backoff, so that no answer can silence a desk; null: it asks for none.
 */
export function readRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  if (Number.isNaN(wait)) return null;
  return Math.min(longestBackoffMs, Math.max(0, wait));
}
