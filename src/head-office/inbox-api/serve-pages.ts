import { existsSync } from "node:fs";
import { join } from "node:path";
import helmet from "@fastify/helmet";
import fastifyStatic from "@fastify/static";
import { inboxPaths } from "../../contract/inbox-api.ts";
import type { ZodApp } from "../zod-app.ts";

/** Serves the built pages of the inbox; says so where they were not built. */
export async function serveInboxPages(app: ZodApp, folder: string): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: "no-referrer" },
  });
  app.get("/inbox", { schema: { hide: true } }, (_request, reply) =>
    reply.redirect(inboxPaths.pages),
  );
  if (!existsSync(join(folder, "index.html"))) {
    app.get(inboxPaths.pages, { schema: { hide: true } }, (_request, reply) =>
      reply
        .code(503)
        .type("text/plain; charset=utf-8")
        .send("The pages of the inbox are not built here. Run: npm run build\n"),
    );
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    prefix: inboxPaths.pages,
    // Assets carry a hash of their content in their names; the page that names them does not.
    maxAge: "1y",
    immutable: true,
    setHeaders(reply, path) {
      if (path.endsWith(".html")) reply.header("cache-control", "no-cache");
    },
  });
}
