import swagger from "@fastify/swagger";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform } from "fastify-type-provider-zod";
import { inboxHeader } from "../../contract/inbox-api.ts";
import { protocolHeader, signatureHeader } from "../../contract/sync.ts";
import { protocolVersion } from "../../contract/versions.ts";

/** Describes the routes that are registered after it at GET /openapi.json. */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Yinyom head office",
        description: `What the shops' desks talk to. Every request to /v1 carries \`${protocolHeader}\`, every answer too.`,
        version: String(protocolVersion),
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      components: {
        securitySchemes: {
          inbox: {
            type: "apiKey",
            in: "cookie",
            name: "yinyom_inbox",
            description: `The session of somebody who signed in; with it, and to sign in, \`${inboxHeader}: 1\` and this origin.`,
          },
          device: {
            type: "apiKey",
            in: "header",
            name: signatureHeader,
            description:
              "Compact JWS (EdDSA, kid = device) over method, path, SHA-256 of the body as sent, nonce and time.",
          },
        },
      },
    },
    transform: jsonSchemaTransform,
  });
  app.get("/openapi.json", { schema: { hide: true } }, async () => app.swagger());
}
