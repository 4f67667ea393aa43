import { enrolAnswer, enrolRequest, refusal, syncPaths } from "../../contract/sync.ts";
import type { Db } from "../db/database.ts";
import { enrolDevice } from "../enrolment.ts";
import { parseBody } from "../plugins/body.ts";
import { readPublicKey } from "../public-key.ts";
import { refuse } from "../refusal.ts";
import type { ZodApp } from "../zod-app.ts";

const packedLimit = 4 * 1024;
const unpackedLimit = 16 * 1024;

/** Trades a one-time code for a device. The only route that takes unsigned requests, so it takes few. */
export function serveEnrolment(app: ZodApp, db: Db, now: () => Date, perMinute: number): void {
  app.post(
    syncPaths.enrol,
    {
      bodyLimit: packedLimit,
      preValidation: parseBody(unpackedLimit, now),
      config: { rateLimit: { max: perMinute, timeWindow: 60_000 } },
      schema: {
        summary: "Make a device of a one-time code",
        body: enrolRequest,
        response: { 200: enrolAnswer, "4xx": refusal },
      },
    },
    async (request, reply) => {
      const { publicKey, deviceName } = request.body;
      if (!readPublicKey(publicKey) || deviceName.includes("\0")) {
        return refuse(reply, 400, "malformed", now());
      }
      const enrolled = await enrolDevice(db, request.body, now());
      if (!enrolled) return refuse(reply, 403, "code-refused", now());
      request.counts.device = enrolled.device;
      return { ...enrolled, serverTime: now().toISOString() };
    },
  );
}
