import { z } from "zod";
import type { Sha256 } from "./chain.ts";
import { moment, sha256Hex } from "./ids.ts";

/** Most entries of one request. */
export const auditLimit = 500;

/**
 * One line of a device's own log: who did what. `action` and `staff` are words of the device's version, which
 * may be newer than head office's. It holds ids, never a name, a contact or anything that was typed.
 */
export const auditEntry = z.strictObject({
  /** Counts from 1 without gaps, apart from the captures. */
  sequence: z.int().positive(),
  at: moment,
  /** Null where no one was signed in. */
  staff: z.string().max(80).nullable(),
  action: z.string().min(1).max(80),
  subject: z.string().max(80).nullable(),
  previousHash: sha256Hex,
  hash: sha256Hex,
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** Where a device's log ends: what is cut off it later is missed. Sequence 0: nothing is in it. */
export const auditEnd = z.strictObject({ sequence: z.int().nonnegative(), hash: sha256Hex });
export type AuditEnd = z.infer<typeof auditEnd>;

/** Entries stay unparsed, so that one that somebody spoiled keeps none of the others back. */
export const auditRequest = z.object({
  entries: z.array(z.unknown()).max(auditLimit),
  /** The sequence up to which the device believes that head office has its log: the first entry follows it. */
  after: z.int().nonnegative(),
  end: auditEnd,
});

export const auditAnswer = z.object({
  /** The sequence after which head office wants the log next. */
  have: z.int().nonnegative(),
  serverTime: moment,
});

const auditFaultCodes = [
  /** An entry is of no known form. */
  "unreadable",
  /** An entry does not match its own hash. */
  "altered",
  /** An entry does not name the hash of the one before it. */
  "unlinked",
  /** Entries before this one are missing. */
  "missing",
  /** Another entry stood in this place before. */
  "rewritten",
  /** The log ends earlier than it did. */
  "cut",
] as const;
export const auditFaultCode = z.enum(auditFaultCodes);
export type AuditFaultCode = z.infer<typeof auditFaultCode>;

/** Links an entry into its device's log. The device is part of it: no log can be passed off as another's. */
export function hashAuditEntry(
  sha256: Sha256,
  device: string,
  entry: Omit<AuditEntry, "hash">,
): string {
  const { sequence, at, staff, action, subject, previousHash } = entry;
  return sha256(JSON.stringify([device, sequence, at, staff, action, subject, previousHash]));
}
