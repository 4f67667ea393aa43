import type { inboxRecoveryProcedures } from "../../contract/inbox-recovery-procedures.ts";
import { formCheckNumber, type RecoveryRequest } from "../../contract/recovery.ts";
import { readCopyKey } from "../copies/copy-key.ts";
import type { Db } from "../db/database.ts";
import { answerRequest, cleanRequest, readRequest } from "../recovery/answer-request.ts";
import { sha256 } from "../sha256.ts";
import { act, answer, type Handlers, type InboxDeps, turnDown } from "./handler.ts";

const readDevice = (db: Db, { copy }: RecoveryRequest) =>
  db.selectFrom("device").selectAll().where("id", "=", copy.device).executeTakeFirst();

export function makeRecoveryHandlers(
  deps: InboxDeps,
): Handlers<keyof typeof inboxRecoveryProcedures> {
  return {
    "recovery.read": async ({ request }) => {
      const text = cleanRequest(request);
      const asked = readRequest(text);
      if (asked === null) return turnDown("recovery-unreadable");
      const device = await readDevice(deps.db, asked);
      if (!device) return turnDown("recovery-unknown");
      return answer({
        device: device.id,
        name: device.name,
        number: device.number,
        branch: device.branch,
        revokedAt: device.revoked_at?.toISOString() ?? null,
        key: asked.copy.key,
        checkNumber: formCheckNumber(sha256(text)),
      });
    },

    "recovery.answer": async ({ request, reason, keyFile, passphrase }, asker) => {
      const asked = readRequest(cleanRequest(request));
      if (asked === null) return turnDown("recovery-unreadable");
      const key = await readCopyKey(keyFile, passphrase);
      if (key === null) return turnDown("copy-key-shut");
      if (key.id !== asked.copy.key) return turnDown("other-recovery-key");
      const about = { device: asked.copy.device, reason };
      return act(deps, asker, "recovery-answered", about, async (work) => {
        const device = await readDevice(work, asked);
        if (!device) return turnDown("recovery-unknown");
        // Whoever has a PC that is lost or stolen may have its request too.
        if (device.revoked_at !== null) return turnDown("recovery-revoked");
        const sealed = await answerRequest(key, asked);
        return sealed === null ? turnDown("recovery-not-authentic") : answer({ answer: sealed });
      });
    },
  };
}
