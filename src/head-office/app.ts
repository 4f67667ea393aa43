import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import fastify, { type FastifyBaseLogger, LogController } from "fastify";
import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from "fastify-type-provider-zod";
import { protocolHeader } from "../contract/sync.ts";
import { protocolVersion } from "../contract/versions.ts";
import type { Limits } from "./config.ts";
import type { Db } from "./db/database.ts";
import { serveInboxApi } from "./inbox-api/serve-api.ts";
import { serveInboxPages } from "./inbox-api/serve-pages.ts";
import { keepBodyBytes, parseBody } from "./plugins/body.ts";
import { checkSignatures } from "./plugins/device-signature.ts";
import { answerFailures } from "./plugins/failures.ts";
import { describeRoutes } from "./plugins/openapi.ts";
import { checkProtocol, markAnswers } from "./plugins/protocol.ts";
import { logRequests } from "./plugins/request-log.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { serveAudit } from "./routes/audit.ts";
import { serveBranch } from "./routes/branch.ts";
import { serveCourier } from "./routes/courier.ts";
import { serveEnrolment } from "./routes/enrol.ts";
import { serveHealth } from "./routes/health.ts";
import { serveLeave } from "./routes/leave.ts";
import { servePieces } from "./routes/piece.ts";
import { servePull } from "./routes/pull.ts";
import { servePush } from "./routes/push.ts";
import type { ZodApp } from "./zod-app.ts";

export type AppDeps = {
  db: Db;
  now: () => Date;
  log: FastifyBaseLogger;
  limits: Limits;
  /** Reverse proxies whose word on the caller's address is taken. */
  trustedProxies: readonly string[];
  /** Where the built pages of the inbox lie. */
  inboxFolder: string;
};

/** Head office's HTTP side, not yet listening. */
export async function buildApp(deps: AppDeps): Promise<ZodApp> {
  const { db, now, limits } = deps;
  const app = fastify({
    loggerInstance: deps.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.packedBytes,
    requestTimeout: 60_000,
    connectionTimeout: 120_000,
    trustProxy: deps.trustedProxies.length > 0 ? [...deps.trustedProxies] : false,
    // An address that cannot be read is answered before any hook runs.
    frameworkErrors: (_error, _request, reply) => {
      reply.header(protocolHeader, String(protocolVersion));
      refuse(reply, 400, "malformed", now());
    },
    clientErrorHandler: (_error, socket) => {
      const body: Refusal = { error: "malformed", serverTime: now().toISOString() };
      if (socket.writable) {
        socket.end(
          `HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-type: application/json\r\n` +
            `${protocolHeader}: ${protocolVersion}\r\n\r\n${JSON.stringify(body)}`,
        );
      }
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest("counts");
  markAnswers(app);
  logRequests(app);
  keepBodyBytes(app);
  answerFailures(app, now);
  await app.register(rateLimit, { max: limits.requestsPerMinute, timeWindow: 60_000 });
  await describeRoutes(app);

  serveHealth(app, db, now);
  await app.register(async (open: ZodApp) => {
    checkProtocol(open, now);
    serveEnrolment(open, db, now, limits.enrolmentsPerMinute);
  });
  await app.register(async (signed: ZodApp) => {
    checkProtocol(signed, now);
    checkSignatures(signed, db, now);
    signed.addHook("preValidation", parseBody(limits.unpackedBytes, now));
    servePush(signed, db, now);
    servePull(signed, db, now);
    servePieces(signed, db, now);
    serveAudit(signed, db, now);
    serveBranch(signed, db, now);
    serveCourier(signed, { db, now, unpackedBytes: limits.unpackedBytes });
    serveLeave(signed, db, now);
  });
  await app.register(async (inbox: ZodApp) => {
    await inbox.register(cookie);
    serveInboxApi(inbox, { db, now }, limits);
  });
  await app.register((pages: ZodApp) => serveInboxPages(pages, deps.inboxFolder));
  return app;
}
