import type { inboxAuditProcedures } from "../../contract/inbox-audit-procedures.ts";
import {
  isKeptWhole,
  listEntries,
  listFaults,
  listLogs,
  markFaultsSeen,
} from "../audit/kept-audit.ts";
import { act, answer, done, type Handlers, type InboxDeps, turnDown } from "./handler.ts";

export function makeAuditHandlers(deps: InboxDeps): Handlers<keyof typeof inboxAuditProcedures> {
  const { db } = deps;
  return {
    "deskLogs.list": async () => answer({ logs: await listLogs(db) }),

    async "deskLogs.read"({ device, before }) {
      const logs = await listLogs(db);
      if (!logs.some(({ id }) => id === device)) return turnDown("not-found");
      return answer({
        ...(await listEntries(db, device, before)),
        faults: await listFaults(db, device),
        whole: await isKeptWhole(db, device),
      });
    },

    "deskLogs.markSeen": ({ device }, asker) =>
      act(deps, asker, "desk-log-looked-at", { device }, async (work, at) => {
        await markFaultsSeen(work, device, at);
        return done;
      }),
  };
}
