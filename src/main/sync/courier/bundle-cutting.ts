import { bundleBytes } from "../../../contract/courier.ts";

/** Requests of one bundle at most. */
export const requestsPerBundle = 500;

/**
 * Cuts what is to go into bundles, in its order: about `limit` bytes each, or one part that is larger by itself.
 * `sizeOf`: bytes of a part.
 */
export async function* cutBundles<Part>(
  parts: AsyncIterable<Part> | Iterable<Part>,
  sizeOf: (part: Part) => number,
  limit: number = bundleBytes,
): AsyncGenerator<Part[]> {
  let bundle: Part[] = [];
  let bytes = 0;
  for await (const part of parts) {
    const size = sizeOf(part);
    if (bundle.length > 0 && (bytes + size > limit || bundle.length === requestsPerBundle)) {
      yield bundle;
      bundle = [];
      bytes = 0;
    }
    bundle.push(part);
    bytes += size;
  }
  if (bundle.length > 0) yield bundle;
}
