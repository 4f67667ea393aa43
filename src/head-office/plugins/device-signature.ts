import type { FastifyInstance } from "fastify";
import { signatureHeader } from "../../contract/sync.ts";
import type { Db } from "../db/database.ts";
import { refuse } from "../refusal.ts";
import { readSignature, type Signer } from "../request-signature.ts";
import { readBodyBytes } from "./body.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Whether a device that was taken out of use may ask, too. */
    revokedToo?: boolean;
  }
  interface FastifyRequest {
    signer: Signer | null;
    /** Counts for the log line of this request. */
    counts: Record<string, number | string>;
  }
}

/** Lets only what a known device signed through to the routes of `app`. */
export function checkSignatures(app: FastifyInstance, db: Db, now: () => Date): void {
  app.decorateRequest("signer", null);
  app.addHook("preValidation", async (request, reply) => {
    const signature = request.headers[signatureHeader];
    const reading = await readSignature(
      db,
      {
        method: request.method,
        path: request.url,
        body: readBodyBytes(request),
        signature: typeof signature === "string" ? signature : undefined,
        protocol: request.deskProtocol,
        revokedToo: request.routeOptions.config.revokedToo ?? false,
      },
      now(),
    );
    if (!reading.ok) {
      request.counts.refusal = reading.fault;
      return refuse(reply, 401, reading.fault, now());
    }
    request.signer = reading.signer;
  });
}

/** The device that signed; only routes behind `checkSignatures` may ask. */
export function readSigner(request: { signer: Signer | null }): Signer {
  if (!request.signer) throw new Error("A route asked for the signer of an unsigned request");
  return request.signer;
}
