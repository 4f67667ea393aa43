import type { UpdatePolicy } from "../../contract/update-policy.ts";

/** All that it depends on what happens with an update. */
export type UpdateFacts = {
  current: string;
  /** Null: head office has said nothing. */
  policy: UpdatePolicy | null;
  /** The version that the server offers. */
  found: string | null;
  /** The version that lies on this PC, whole and checked. */
  ready: string | null;
  isSignedIn: boolean;
  /** Opening or closing: nobody has worked yet, or not for a long time. */
  isAtRest: boolean;
  hasDrafts: boolean;
  isSending: boolean;
  /** Captures and pictures that head office does not have. */
  unsent: number;
};

export type UpdateDecision = {
  /** To be fetched in the background. */
  download: string | null;
  /** May be installed now, if the person at the desk wants it. */
  offer: string | null;
  /** This version takes no new captures any more. */
  isNeeded: boolean;
};

/** What to do about updates. Whoever is at work is never disturbed, and no desk is stopped that could not go on. */
export function decideUpdate(facts: UpdateFacts): UpdateDecision {
  const { policy, isSignedIn, isSending } = facts;
  const isWanted = (version: string | null): version is string =>
    version !== null &&
    compareVersions(version, facts.current) > 0 &&
    !(policy?.halted.includes(version) ?? false);
  const ready = isWanted(facts.ready) ? facts.ready : null;
  const minimum = policy?.minimum ?? null;
  const isNeeded =
    minimum !== null &&
    ready !== null &&
    compareVersions(facts.current, minimum) < 0 &&
    compareVersions(ready, minimum) >= 0 &&
    facts.unsent === 0 &&
    !isSignedIn;
  // Drafts lie in the store and outlive an update, but whoever kept one is not done.
  const isCalm = facts.isAtRest && !facts.hasDrafts;
  return {
    download: isWanted(facts.found) && facts.found !== facts.ready ? facts.found : null,
    offer: !isSignedIn && !isSending && (isNeeded || isCalm) ? ready : null,
    isNeeded,
  };
}

/** Below 0: `one` is older. What is no version is older than any. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [readNumbers(one), readNumbers(other)];
  for (const [index, number] of a.entries()) {
    const difference = number - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function readNumbers(version: string): number[] {
  const numbers = /^(\d+)[.](\d+)[.](\d+)$/.exec(version)?.slice(1).map(Number);
  return numbers ?? [-1, -1, -1];
}
