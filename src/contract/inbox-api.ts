import type { z } from "zod";
import { inboxAccountProcedures } from "./inbox-account-procedures.ts";
import { inboxAuditProcedures } from "./inbox-audit-procedures.ts";
import { inboxCaseProcedures } from "./inbox-case-procedures.ts";
import { inboxCopyProcedures } from "./inbox-copy-procedures.ts";
import { inboxCourierProcedures } from "./inbox-courier-procedures.ts";
import { inboxEventProcedures } from "./inbox-event-procedures.ts";
import { inboxLossProcedures } from "./inbox-loss-procedures.ts";
import { inboxPersonProcedures } from "./inbox-person-procedures.ts";
import { inboxRecoveryProcedures } from "./inbox-recovery-procedures.ts";
import { inboxReferenceProcedures } from "./inbox-reference-procedures.ts";

/** Where head office serves the inbox's pages; the procedures are answered at `api/<name>` beneath. */
export const inboxPaths = { pages: "/inbox/", api: "/inbox/api/" } as const;

/** Every request to a procedure carries it: a form of another site cannot, and a script of one may not. */
export const inboxHeader = "yinyom-inbox";

/** Every procedure of the inbox: POST with its input as JSON, answered with its output. */
export const inboxProcedures = {
  ...inboxAccountProcedures,
  ...inboxReferenceProcedures,
  ...inboxLossProcedures,
  ...inboxRecoveryProcedures,
  ...inboxCourierProcedures,
  ...inboxCaseProcedures,
  ...inboxPersonProcedures,
  ...inboxEventProcedures,
  ...inboxAuditProcedures,
  ...inboxCopyProcedures,
} as const;

export type InboxName = keyof typeof inboxProcedures;
export type InboxInput<Name extends InboxName> = z.input<(typeof inboxProcedures)[Name]["input"]>;
export type InboxOutput<Name extends InboxName> = z.output<
  (typeof inboxProcedures)[Name]["output"]
>;
