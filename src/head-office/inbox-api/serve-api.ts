import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import {
  type InboxName,
  inboxHeader,
  inboxPaths,
  inboxProcedures,
} from "../../contract/inbox-api.ts";
import type { InboxCallers } from "../../contract/inbox-procedure.ts";
import { type InboxRefusal, inboxRefusal } from "../../contract/inbox-refusal.ts";
import { readSession, sessionLifeMs } from "../accounts/sessions.ts";
import type { Limits } from "../config.ts";
import { readErrorFacts } from "../log.ts";
import { holdsNul } from "../nul.ts";
import { readBodyBytes } from "../plugins/body.ts";
import type { ZodApp } from "../zod-app.ts";
import { makeAccountHandlers } from "./account-handlers.ts";
import { makeAuditHandlers } from "./audit-handlers.ts";
import { makeCaseHandlers } from "./case-handlers.ts";
import { makeCopyHandlers } from "./copy-handlers.ts";
import { makeCourierHandlers } from "./courier-handlers.ts";
import { makeDeviceHandlers } from "./device-handlers.ts";
import { makeEventHandlers } from "./event-handlers.ts";
import type { Asker, Handlers, InboxDeps } from "./handler.ts";
import { makeLossHandlers } from "./loss-handlers.ts";
import { makePersonHandlers } from "./person-handlers.ts";
import { makeRecoveryHandlers } from "./recovery-handlers.ts";
import { makeReferenceHandlers } from "./reference-handlers.ts";
import { makeRosterHandlers } from "./roster-handlers.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    callers?: InboxCallers;
  }
  interface FastifyRequest {
    asker: Asker | null;
  }
}

const cookieName = "yinyom_inbox";
const bodyLimit = 512 * 1024;
/** Of those that carry more than what a person types. */
const bodyLimits: Partial<Record<InboxName, number>> = { "courier.take": 8 * 1024 * 1024 };

const statuses: Partial<Record<InboxRefusal["error"], number>> = {
  "signed-out": 401,
  "wrong-password": 403,
  "not-your-role": 403,
  "not-from-this-page": 403,
  "not-found": 404,
  "slow-down": 429,
  "too-many-requests": 429,
  malformed: 400,
};

function refuse(reply: FastifyReply, refusal: InboxRefusal): FastifyReply {
  if (refusal.retryAfterSeconds) reply.header("retry-after", String(refusal.retryAfterSeconds));
  return reply
    .code(statuses[refusal.error] ?? 409)
    .type("application/json")
    .send(refusal);
}

/** Answers the inbox's procedures; who asks is checked before a byte of what they ask is read. */
export function serveInboxApi(app: ZodApp, deps: InboxDeps, limits: Limits): void {
  const handlers: Handlers<InboxName> = {
    ...makeAccountHandlers(deps),
    ...makeReferenceHandlers(deps),
    ...makeRosterHandlers(deps),
    ...makeDeviceHandlers(deps),
    ...makeLossHandlers(deps),
    ...makeRecoveryHandlers(deps),
    ...makeCourierHandlers({ ...deps, unpackedBytes: limits.unpackedBytes }),
    ...makeCaseHandlers(deps),
    ...makePersonHandlers(deps),
    ...makeEventHandlers(deps),
    ...makeAuditHandlers(deps),
    ...makeCopyHandlers(deps),
  };
  app.decorateRequest("asker", null);
  app.addHook("onRequest", async (request, reply) => {
    reply.header("cache-control", "no-store");
    if (!isFromThisPage(request)) return refuse(reply, { error: "not-from-this-page" });
    const asker = await readAsker(request, reply, deps);
    request.asker = asker;
    const callers = request.routeOptions.config.callers ?? "dpo";
    if (callers === "anyone") return;
    if (asker.account === null) return refuse(reply, { error: "signed-out" });
    if (callers === "dpo" && asker.account.role !== "dpo") {
      return refuse(reply, { error: "not-your-role" });
    }
  });
  app.setErrorHandler((error, request, reply) => {
    const status = readStatus(error);
    if (status === 429) return refuse(reply, { error: "too-many-requests" });
    if (status < 500) return refuse(reply, { error: "malformed" });
    request.log.error({ error: readErrorFacts(error), route: request.routeOptions.url }, "failed");
    return reply.code(500).type("application/json").send({ error: "server-error" });
  });

  for (const name of Object.keys(inboxProcedures) as InboxName[]) {
    const { summary, input, output, callers } = inboxProcedures[name];
    const handle = handlers[name] as (
      input: unknown,
      asker: Asker,
    ) => ReturnType<(typeof handlers)[InboxName]>;
    app.post(
      `${inboxPaths.api}${name}`,
      {
        bodyLimit: bodyLimits[name] ?? bodyLimit,
        preValidation: readBody,
        config: {
          callers,
          ...(name === "session.signIn"
            ? { rateLimit: { max: limits.signInsPerMinute, timeWindow: 60_000 } }
            : {}),
        },
        schema: {
          summary,
          tags: ["inbox"],
          ...(callers === "anyone" ? {} : { security: [{ inbox: [] }] }),
          body: input,
          response: { 200: output, "4xx": inboxRefusal },
        },
      },
      async (request, reply) => {
        if (!request.asker) throw new Error("A procedure was reached without its check");
        const outcome = await handle(request.body, request.asker);
        return outcome.ok ? outcome.value : refuse(reply, outcome.refusal);
      },
    );
  }
}

/** A browser packs nothing; Fastify has kept it within `bodyLimit`. */
async function readBody(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  try {
    const text = readBodyBytes(request).toString("utf8");
    if (holdsNul(text)) return refuse(reply, { error: "malformed" });
    request.body = JSON.parse(text);
    return undefined;
  } catch {
    return refuse(reply, { error: "malformed" });
  }
}

/** A page of another site can send neither this header nor this origin along with the cookie. */
function isFromThisPage(request: FastifyRequest): boolean {
  const { origin } = request.headers;
  if (request.headers[inboxHeader] !== "1" || typeof origin !== "string") return false;
  return origin === `${request.protocol}://${request.host}`;
}

async function readAsker(
  request: FastifyRequest,
  reply: FastifyReply,
  { db, now }: InboxDeps,
): Promise<Asker> {
  const token = request.cookies[cookieName];
  return {
    account: await readSession(db, token, now()),
    token,
    setToken(next) {
      const options = {
        path: "/inbox",
        httpOnly: true,
        sameSite: "strict",
        secure: request.protocol === "https",
      } as const;
      if (next === null) reply.clearCookie(cookieName, options);
      else reply.setCookie(cookieName, next, { ...options, maxAge: sessionLifeMs / 1000 });
    },
  };
}

function readStatus(error: unknown): number {
  const status = z.object({ statusCode: z.number() }).safeParse(error).data?.statusCode ?? 500;
  return status >= 400 ? status : 500;
}
