import type { SignedIn } from "../../contract/ipc.ts";

export type SessionDeps = {
  /** ms that only ever rise, whatever happens to the clock on the wall. */
  monotonic(): number;
  /** Minutes without a touch until the desk locks. */
  idleMinutes(): number;
};

export type Session = ReturnType<typeof makeSession>;

/** Who is at the desk. Left alone for longer than head office allows, it is no one. */
export function makeSession({ monotonic, idleMinutes }: SessionDeps) {
  let person: SignedIn | null = null;
  let touchedAt = 0;

  const idleLimit = () => idleMinutes() * 60_000;

  function current(): SignedIn | null {
    if (person !== null && monotonic() - touchedAt >= idleLimit()) person = null;
    return person;
  }

  return {
    current,
    begin(signedIn: SignedIn): void {
      person = signedIn;
      touchedAt = monotonic();
    },
    /** Puts the lock off. A desk that has locked already stays locked. */
    touch(): void {
      if (current() !== null) touchedAt = monotonic();
    },
    lock(): void {
      person = null;
    },
    /** ms until the desk locks by itself; null when no one is signed in. */
    locksIn(): number | null {
      return current() === null ? null : touchedAt + idleLimit() - monotonic();
    },
  };
}
