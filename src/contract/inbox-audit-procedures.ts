import { z } from "zod";
import { auditEntry, auditFaultCode } from "./audit.ts";
import { branchId, deviceId, moment } from "./ids.ts";
import { type InboxProcedure, nothing } from "./inbox-procedure.ts";

const deskLog = z.strictObject({
  id: deviceId,
  number: z.int().positive(),
  branch: branchId,
  name: z.string(),
  /** How many entries are here, and how many more the device has announced. */
  entries: z.int().nonnegative(),
  behind: z.int().nonnegative(),
  heardAt: moment.nullable(),
  /** Faults that nobody has looked at. */
  openFaults: z.int().nonnegative(),
});
export type DeskLog = z.infer<typeof deskLog>;

const deskLogEntry = auditEntry.omit({ previousHash: true, hash: true });
export type DeskLogEntry = z.infer<typeof deskLogEntry>;

const deskLogFault = z.strictObject({
  sequence: z.int(),
  fault: auditFaultCode,
  foundAt: moment,
  seenAt: moment.nullable(),
});

/** What was done at the shops' PCs, as they logged it. */
export const inboxAuditProcedures = {
  "deskLogs.list": {
    summary: "How far each device's log has come, and whether anything is wrong with it",
    input: nothing,
    output: z.strictObject({ logs: z.array(deskLog) }),
    callers: "signed-in",
  },
  "deskLogs.read": {
    summary: "One device's log, newest first",
    input: z.strictObject({ device: deviceId, before: z.int().positive().nullable() }),
    output: z.strictObject({
      entries: z.array(deskLogEntry),
      more: z.boolean(),
      faults: z.array(deskLogFault),
      /** Whether what lies here is still what came. */
      whole: z.boolean(),
    }),
    callers: "signed-in",
  },
  "deskLogs.markSeen": {
    summary: "Somebody has looked at what is wrong with a device's log",
    input: z.strictObject({ device: deviceId }),
    output: nothing,
    callers: "dpo",
  },
} as const satisfies Record<string, InboxProcedure>;
