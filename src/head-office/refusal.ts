import type { FastifyReply } from "fastify";
import type { z } from "zod";
import type { refusal } from "../contract/sync.ts";

export type Refusal = z.infer<typeof refusal>;

/** Answers a request that is not granted, in the contract's form. */
export function refuse(
  reply: FastifyReply,
  status: 400 | 401 | 403 | 404 | 413 | 415 | 426 | 429,
  error: Refusal["error"],
  now: Date,
): FastifyReply {
  const body: Refusal = { error, serverTime: now.toISOString() };
  return reply.code(status).type("application/json").send(body);
}
