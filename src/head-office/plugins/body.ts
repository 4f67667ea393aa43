import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { refuse } from "../refusal.ts";

const unpack = promisify(gunzip);

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
    return await unpack(bytes, { maxOutputLength: limit });
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
