import { promisify } from "node:util";
import { gunzip, gunzipSync } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { refuse } from "../refusal.ts";

const unpackAside = promisify(gunzip);
/** A pack of up to this many bytes is unpacked on the spot: handing it to another thread takes far longer. */
const smallPack = 16 * 1024;
/** The bytes that are unpacked in one piece; each further piece costs. */
const chunkSize = 64 * 1024;

/**
 * Leaves bodies as the bytes they came in: a signature covers these, and nothing of a stranger's is unpacked
 * or parsed before his signature is known to be good.
 */
export function keepBodyBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) => {
    done(null, body);
  });
}

/** The body's bytes as sent; empty if there was none. */
export function readBodyBytes(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** Unpacks gzip to at most `limit` bytes: a small pack may hold a flood. */
export async function unpackWithin(
  bytes: Uint8Array,
  limit: number,
): Promise<Buffer | "flood" | "broken"> {
  try {
    const options = { maxOutputLength: limit, chunkSize };
    return bytes.length <= smallPack
      ? gunzipSync(bytes, options)
      : await unpackAside(bytes, options);
  } catch (error) {
    return error instanceof RangeError ? "flood" : "broken";
  }
}

/** A hook that unpacks and parses the body, to at most `unpackedLimit` bytes. */
export function parseBody(unpackedLimit: number, now: () => Date) {
  return async (
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply | undefined> => {
    const packing = request.headers["content-encoding"] ?? "identity";
    if (packing !== "gzip" && packing !== "identity") return refuse(reply, 415, "malformed", now());
    const bytes = readBodyBytes(request);
    const whole = packing === "gzip" ? await unpackWithin(bytes, unpackedLimit) : bytes;
    if (whole === "broken") return refuse(reply, 400, "malformed", now());
    if (whole === "flood" || whole.length > unpackedLimit)
      return refuse(reply, 413, "too-many-items", now());
    try {
      request.body = JSON.parse(whole.toString("utf8"));
    } catch {
      return refuse(reply, 400, "malformed", now());
    }
    return undefined;
  };
}
