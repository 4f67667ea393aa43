import { auditAnswer, auditLimit } from "../../contract/audit.ts";
import { syncPaths } from "../../contract/sync.ts";
import type { Audit } from "../store/audit.ts";
import { meetTrouble, type Trouble } from "./answer-reading.ts";
import type { Line } from "./line.ts";

export type AuditSendingDeps = {
  audit: Pick<Audit, "end" | "sent" | "listUnsent" | "noteSent">;
  line: Line;
  /** Sends the captures that are due, if any: they go before each request. */
  pushFirst(): Promise<Trouble | null>;
  onProgress(serverTime: string): void;
};

/**
 * Sends what was added to the log of who did what, and where the log ends, so that nothing can be cut off it
 * unnoticed. Head office says from where it wants the log next; that may be earlier than it was. Returns the
 * trouble that stopped it, if any.
 */
export async function sendAudit(deps: AuditSendingDeps): Promise<Trouble | null> {
  const { audit, line } = deps;
  let wentBack = false;
  for (;;) {
    const troubled = await deps.pushFirst();
    if (troubled !== null) return troubled;
    const after = audit.sent();
    const entries = audit.listUnsent(auditLimit);
    const end = audit.end();
    const result = await line.ask(syncPaths.audit, { entries, after, end }, auditAnswer);
    if (result.outcome === "trouble") return result;
    const { have, serverTime } = result.answer;
    deps.onProgress(serverTime);
    // Never more than was sent, whatever the answer says.
    const upto = Math.min(have, entries.at(-1)?.sequence ?? end.sequence);
    audit.noteSent(upto);
    if (upto === end.sequence) return null;
    // Head office moves on with each answer, or goes back once: else the same would be asked for ever.
    if (upto === after || (upto < after && wentBack)) return meetTrouble("server-error");
    wentBack ||= upto < after;
  }
}
