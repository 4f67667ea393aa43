import { type LeaveClaims, leaveAnswer, leaveRequest } from "../../contract/courier.ts";
import { refusal, syncPaths } from "../../contract/sync.ts";
import { readOfficeKey } from "../courier/office-key.ts";
import type { Db } from "../db/database.ts";
import { findMissing } from "../missing-captures.ts";
import { readSigner } from "../plugins/device-signature.ts";
import { refuse } from "../refusal.ts";
import { signWord } from "../signed-word.ts";
import type { ZodApp } from "../zod-app.ts";

/**
 * Gives a device that was taken out of use the word at which it destroys its keys, and keeps what it says it has
 * left. Asked again it gives the word again: the answer may have been lost. Where head office was put back to an
 * earlier state it names what it lacks instead. A device in use is refused.
 */
export function serveLeave(app: ZodApp, db: Db, now: () => Date): void {
  app.post(
    syncPaths.leave,
    {
      config: { revokedToo: true },
      schema: {
        summary: "Let a device that was taken out of use destroy its keys",
        security: [{ device: [] }],
        body: leaveRequest,
        response: { 200: leaveAnswer, "4xx": refusal },
      },
    },
    async (request, reply) => {
      const { id: device, revoked } = readSigner(request);
      const at = now();
      if (!revoked) return refuse(reply, 400, "malformed", at);
      const { acknowledged, ...left } = request.body;
      const missing = acknowledged ? await findMissing(db, device, acknowledged) : null;
      if (missing) return { missing, serverTime: at.toISOString() };
      const key = await readOfficeKey(db);
      if (!key) throw new Error("Head office has no key of its own");
      await db
        .updateTable("device")
        .set({ left_at: at, left_with: JSON.stringify(left) })
        .where("id", "=", device)
        .execute();
      const serverTime = at.toISOString();
      const claims: LeaveClaims = { form: "yinyom leave v1", device, at: serverTime };
      return { word: await signWord(claims, key.id, key.signs), serverTime };
    },
  );
}
