import type { FastifyInstance } from "fastify";
import { protocolHeader } from "../../contract/sync.ts";
import { protocolVersion } from "../../contract/versions.ts";
import { refuse } from "../refusal.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The version the device speaks; 0 before it is known. */
    deskProtocol: number;
  }
}

/** Marks every answer as head office's own: one without the mark came from something on the way. */
export function markAnswers(app: FastifyInstance): void {
  app.addHook("onRequest", async (_request, reply) => {
    reply.header(protocolHeader, String(protocolVersion));
  });
}

/** Turns away devices that speak a version this head office does not, before anything of theirs is read. */
export function checkProtocol(app: FastifyInstance, now: () => Date): void {
  app.decorateRequest("deskProtocol", 0);
  app.addHook("onRequest", async (request, reply) => {
    const told = request.headers[protocolHeader];
    if (typeof told !== "string" || !/^[1-9]\d{0,5}$/.test(told)) {
      return refuse(reply, 400, "malformed", now());
    }
    request.deskProtocol = Number(told);
    if (request.deskProtocol > protocolVersion) return refuse(reply, 426, "too-new", now());
  });
}
