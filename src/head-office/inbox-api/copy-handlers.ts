import type { inboxCopyProcedures } from "../../contract/inbox-copy-procedures.ts";
import { readCopyKey } from "../copies/copy-key.ts";
import { listCopyLog } from "../copies/copy-log.ts";
import { listCopies } from "../copies/kept-copies.ts";
import { type CopyOpening, openCopy } from "../copies/open-copy.ts";
import { answer, type Handlers, type InboxDeps, readAccount, turnDown } from "./handler.ts";

const refusals = {
  "not-your-role": "not-your-role",
  "reason-needed": "malformed",
  "no-copy": "not-found",
  destroyed: "copy-destroyed",
  "other-key": "other-copy-key",
  "not-authentic": "copy-not-authentic",
} as const satisfies Record<Extract<CopyOpening, { ok: false }>["fault"], string>;

export function makeCopyHandlers({
  db,
  now,
}: InboxDeps): Handlers<keyof typeof inboxCopyProcedures> {
  return {
    "copies.list": async () => answer({ copies: await listCopies(db, now()) }),

    "copies.log": async ({ before }) => answer(await listCopyLog(db, before)),

    "copies.open": async ({ capture, reason, keyFile, passphrase }, asker) => {
      const { signIn, role } = readAccount(asker);
      const key = await readCopyKey(keyFile, passphrase);
      if (key === null) return turnDown("copy-key-shut");
      const opening = await openCopy(db, key, { capture, reason, who: signIn, role }, now());
      if (!opening.ok) return turnDown(refusals[opening.fault]);
      const picture = Buffer.from(opening.picture).toString("base64");
      return answer({ type: opening.type, picture });
    },
  };
}
