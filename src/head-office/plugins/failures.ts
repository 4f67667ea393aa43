import type { FastifyInstance } from "fastify";
import { readErrorFacts } from "../log.ts";
import { refuse } from "../refusal.ts";

/** Answers what went wrong outside the routes: in the contract's form, and without a word of the data. */
export function answerFailures(app: FastifyInstance, now: () => Date): void {
  app.setNotFoundHandler((_request, reply) => refuse(reply, 404, "not-found", now()));
  app.setErrorHandler((error, request, reply) => {
    const status = readStatus(error);
    if (status === 413) return refuse(reply, 413, "too-many-items", now());
    if (status === 415) return refuse(reply, 415, "malformed", now());
    if (status === 429) return refuse(reply, 429, "too-many-requests", now());
    if (status < 500) return refuse(reply, 400, "malformed", now());
    request.log.error({ error: readErrorFacts(error), route: request.routeOptions.url }, "failed");
    // Whatever it was, the device keeps its captures and asks again.
    return reply
      .code(500)
      .type("application/json")
      .serializer(JSON.stringify)
      .send({ error: "server-error", serverTime: now().toISOString() });
  });
}

function readStatus(error: unknown): number {
  if (typeof error !== "object" || error === null) return 500;
  const status = "statusCode" in error ? error.statusCode : undefined;
  return typeof status === "number" && status >= 400 ? status : 500;
}
