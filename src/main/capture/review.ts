import { fail, type Result, succeed } from "../../contract/failure.ts";
import type { CaptureId, Role, StaffId } from "../../contract/ids.ts";
import type { AuditAction } from "../store/audit.ts";
import type { Hold } from "../store/holds.ts";
import type { Store } from "../store/open-store.ts";

export type ReviewDeps = { store: Store; now(): number };

/**
 * Lets a held capture go to head office, with all held ones that it amends or that amend it: a correction
 * without what it corrects would be half a story. To be called within the store's `write`, or by itself.
 */
export function releaseHeld(deps: ReviewDeps, manager: StaffId, id: CaptureId): Result<undefined> {
  return deps.store.write(() => {
    const together = gather(deps.store, id);
    if (together.length === 0) return fail({ code: "not-held" });
    for (const hold of together) {
      if (deps.store.holds.release(hold.sequence)) note(deps, manager, "release-held", hold.id);
    }
    return succeed(undefined);
  });
}

/**
 * What becomes of the capture that another one amended, where head office does not have it: a manager who puts
 * a held one right lets it go by that, and whoever took it hands it to the manager again; one that head office
 * refused is not sent again once it is taken out, and its picture, which nobody will ask for, is destroyed.
 * Within the transaction that stores the amending capture.
 */
export function settleAmended(
  deps: ReviewDeps,
  who: { staff: StaffId; roles: readonly Role[] },
  done: { amends: CaptureId | null; by: CaptureId; isVoid: boolean },
): void {
  if (done.amends === null) return;
  const target = deps.store.captures.readById(done.amends);
  if (target?.held) {
    if (who.roles.includes("manager")) releaseHeld(deps, who.staff, done.amends);
    else {
      // Also a correction of it that was given back: this one is said after it.
      for (const { sequence } of gather(deps.store, done.amends))
        deps.store.holds.comeBack(sequence);
    }
  }
  if (target?.parked && done.isVoid) {
    const { sequence, id } = target.envelope;
    deps.store.outbox.settleBy(sequence, done.by, "void");
    if (deps.store.attachments.destroy(sequence)) note(deps, who.staff, "destroy-picture", id);
  }
}

/**
 * What head office refused is said by another capture now: it is sent no more, and its sealed picture goes with
 * the other one. Within the transaction that stores that one.
 */
export function settleSaidAgain(
  { store }: ReviewDeps,
  first: { id: CaptureId; sequence: number },
  by: { id: CaptureId; sequence: number },
): void {
  store.outbox.settleBy(first.sequence, by.id, "again");
  store.attachments.move(first, by.sequence);
}

/** Takes a release back. What has gone to be sent may be at head office: then it is too late. */
export function takeBackRelease(
  deps: ReviewDeps,
  manager: StaffId,
  id: CaptureId,
): Result<undefined> {
  return deps.store.write(() => {
    const together = gather(deps.store, id);
    if (together.length === 0) return fail({ code: "not-held" });
    for (const hold of together) {
      if (deps.store.holds.takeBack(hold.sequence)) note(deps, manager, "hold-again", hold.id);
    }
    return succeed(undefined);
  });
}

/** Gives a held capture back to whoever took it, with words on what to put right. */
export function giveBack(
  deps: ReviewDeps,
  manager: StaffId,
  id: CaptureId,
  words: string,
): Result<undefined> {
  return deps.store.write(() => {
    const hold = deps.store.holds.readById(id);
    if (hold === null) return fail({ code: "not-held" });
    deps.store.holds.giveBack(hold.sequence, words);
    note(deps, manager, "give-back", id);
    return succeed(undefined);
  });
}

/** A held capture with all held ones that belong to it; empty: it is not held. */
function gather(store: Store, id: CaptureId): Hold[] {
  const found = new Map<CaptureId, Hold>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    const hold = store.holds.readById(next);
    if (hold === null) continue;
    found.set(next, hold);
    const amended = store.captures.readById(next)?.envelope.amends ?? null;
    if (amended !== null) open.push(amended);
    open.push(...store.captures.listAmending(next).map(({ envelope }) => envelope.id));
  }
  return [...found.values()];
}

function note(
  { store, now }: ReviewDeps,
  staff: StaffId,
  action: AuditAction,
  subject: string,
): void {
  store.audit.add({ at: now(), staff, action, subject });
}
