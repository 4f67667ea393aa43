import { applyErasures } from "./apply-erasures.ts";
import { forgetClosedCases } from "./forget-cases.ts";
import { type PurgeDeps, purgeExpired } from "./purge-expired.ts";
import { type ReleaseWalk, releasePeople, startWalk } from "./release-people.ts";

/** How often retention is looked at by itself, and how soon after something changed, in ms. */
const everyHour = 60 * 60 * 1000;
const afterChange = 15_000;

export type Retention = {
  /** Something came or went: what was open may be over. */
  noteChange(): void;
  /** To be called while the desk is idle. True: it did something. */
  tidy(): boolean;
};

/** Ends retention while the desk is idle: at the start, every hour, and soon after something changed. */
export function makeRetention(deps: PurgeDeps & { onPurged?: () => void }): Retention {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let hasChanged = true;
  // A crash between a purge and the scrubbing leaves traces: the first round scrubs in any case.
  let hasTraces = true;
  let walkedAt = Number.NEGATIVE_INFINITY;
  /** Not null: a walk over all that is old is under way. */
  let walk: ReleaseWalk | null = null;

  function note(wentAny: boolean): void {
    if (!wentAny) return;
    hasTraces = true;
    // A page that stays must not go on showing what is gone.
    deps.onPurged?.();
  }

  /** Goes on with the walk, and leaves no trace of what went in it. */
  function step(): void {
    if (walk !== null) {
      const { next, wentAny } = releasePeople(deps, walk);
      walk = next;
      note(wentAny);
    }
    if (walk === null && hasTraces) hasTraces = !deps.store.scrub();
  }
  return {
    noteChange() {
      hasChanged = true;
    },
    tidy() {
      if (walk !== null) {
        step();
        return true;
      }
      // A clock that was set back must not put retention off.
      const since = Math.abs(deps.now() - lookedAt);
      if (since < (hasChanged ? afterChange : everyHour)) return false;
      lookedAt = deps.now();
      hasChanged = false;
      const wasErased = applyErasures(deps);
      note(purgeExpired(deps) || wasErased);
      if (Math.abs(deps.now() - walkedAt) >= everyHour) {
        walkedAt = deps.now();
        note(forgetClosedCases(deps));
        walk = startWalk(deps);
      }
      step();
      return true;
    },
  };
}
