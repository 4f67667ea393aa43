import {
  type AuditEnd,
  type AuditEntry,
  type AuditFaultCode,
  hashAuditEntry,
} from "../../contract/audit.ts";
import { chainStart } from "../../contract/chain.ts";
import { sha256 } from "../sha256.ts";

export type AuditFault = { sequence: number; fault: AuditFaultCode };

/** A place in a log: an entry's number, and its hash. */
type Place = AuditEnd;

const start: Place = { sequence: 0, hash: chainStart };

/** What is wrong with entries in the order in which they stand, the first of which follows `before`. */
export function findEntryFaults(
  device: string,
  entries: readonly AuditEntry[],
  before: Place,
): AuditFault[] {
  const faults: AuditFault[] = [];
  let last = before;
  for (const entry of entries) {
    const { sequence } = entry;
    if (hashAuditEntry(sha256, device, entry) !== entry.hash) {
      faults.push({ sequence, fault: "altered" });
    }
    if (sequence > last.sequence + 1) faults.push({ sequence, fault: "missing" });
    else if (sequence <= last.sequence) faults.push({ sequence, fault: "rewritten" });
    else if (entry.previousHash !== last.hash) faults.push({ sequence, fault: "unlinked" });
    last = entry;
  }
  return faults;
}

/** Whether a log that ended at `known` may end at `end` now. */
export function findEndFault(known: Place | null, end: Place): AuditFault | null {
  if (known === null || end.sequence > known.sequence) return null;
  if (end.sequence < known.sequence) return { sequence: known.sequence, fault: "cut" };
  return end.hash === known.hash ? null : { sequence: end.sequence, fault: "rewritten" };
}

/** What is wrong with a whole log as it lies here: `end` is where its device said that it ends, `top` how much came. */
export function findLogFaults(
  device: string,
  entries: readonly AuditEntry[],
  { end, top }: { end: Place; top: number },
): AuditFault[] {
  const faults = findEntryFaults(device, entries, start);
  const last = entries.at(-1) ?? start;
  // What was announced and has not come is on its way; what came and is not there any more was taken.
  if (last.sequence < top) faults.push({ sequence: top, fault: "cut" });
  const said = entries.filter(({ sequence }) => sequence === end.sequence);
  if (said.length > 0 && said.every(({ hash }) => hash !== end.hash)) {
    faults.push({ sequence: end.sequence, fault: "rewritten" });
  }
  return faults;
}
