import {
  pushAnswer,
  pushLimit,
  pushRequest,
  refusal,
  syncPaths,
  type Verdict,
} from "../../contract/sync.ts";
import { openIntake } from "../accept-capture.ts";
import type { Db } from "../db/database.ts";
import { readSigner } from "../plugins/device-signature.ts";
import { refuse } from "../refusal.ts";
import type { ZodApp } from "../zod-app.ts";

/** Takes captures. Every item gets its own verdict; the answer is sent when what was accepted is durable. */
export function servePush(app: ZodApp, db: Db, now: () => Date): void {
  const take = openIntake(db, now);
  app.post(
    syncPaths.push,
    {
      schema: {
        summary: "Take captures",
        security: [{ device: [] }],
        body: pushRequest,
        response: { 200: pushAnswer, "4xx": refusal },
      },
      preValidation: async (request, reply) => {
        // Told apart from a malformed request, since the device can put it right by itself.
        if (countItems(request.body) > pushLimit)
          return refuse(reply, 413, "too-many-items", now());
      },
    },
    async (request) => {
      const verdicts = await take(readSigner(request).id, request.body.items);
      Object.assign(request.counts, countVerdicts(verdicts));
      return { verdicts, serverTime: now().toISOString() };
    },
  );
}

function countItems(body: unknown): number {
  if (typeof body !== "object" || body === null || !("items" in body)) return 0;
  return Array.isArray(body.items) ? body.items.length : 0;
}

function countVerdicts(verdicts: readonly Verdict[]): Record<string, number> {
  const counts: Record<string, number> = { items: verdicts.length };
  for (const { verdict } of verdicts) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}
