import type { FastifyInstance } from "fastify";

/** One line for each answer: what was asked for, what came of it, how long it took. */
export function logRequests(app: FastifyInstance): void {
  app.addHook("onRequest", async (request) => {
    request.counts = {};
  });
  app.addHook("onResponse", async (request, reply) => {
    request.log.info(
      {
        ...request.counts,
        method: request.method,
        // The route as it is written, never the address that was asked for.
        route: request.routeOptions.url ?? "none",
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        device: request.signer?.id,
      },
      "answered",
    );
  });
}
