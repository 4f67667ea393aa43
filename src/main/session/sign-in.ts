import { fail, type Result, succeed } from "../../contract/failure.ts";
import type { StaffId } from "../../contract/ids.ts";
import type { SignedIn } from "../../contract/ipc.ts";
import type { PinHash, StaffMember } from "../../contract/reference.ts";
import type { Store } from "../store/open-store.ts";
import { matchesPin } from "./pin-hash.ts";
import { findPerson, isLocked, wrongTriesAllowed } from "./roster.ts";

export type SignInDeps = {
  store: Store;
  /** The device's clock in ms since 1970. */
  now(): number;
  /** Whether a PIN is the one that was hashed; scrypt unless a test replaces it. */
  matches?: (pin: string, kept: PinHash) => Promise<boolean>;
};

/**
 * Signs a person in by their PIN, or takes it as their word for one save. The try is counted, durably, before the PIN is looked at: pulling the plug,
 * restarting or trying many at once gains nothing. A right PIN takes the count back to zero.
 */
export async function signIn(
  { store, now, matches = matchesPin }: SignInDeps,
  { staff, pin }: { staff: StaffId; pin: string },
  action: "sign-in" | "vouch" = "sign-in",
): Promise<Result<SignedIn>> {
  const person = findPerson(store, staff);
  if (person === null) return fail({ code: "not-found" });
  if (isLocked(store, person)) return fail({ code: "person-locked" });
  const tries = countTry(store, person);
  if (!(await matches(pin, person.pin))) return refuse(store, person, tries, now());
  // Head office may have changed the roster while the PIN was being checked.
  if (findPerson(store, staff)?.pinVersion !== person.pinVersion)
    return fail({ code: "not-found" });
  store.write(() => {
    store.signInTries.write(person.id, person.pinVersion, 0);
    store.audit.add({ at: now(), staff: person.id, action, subject: person.id });
  });
  return succeed({ staff: person.id, name: person.name, roles: person.roles });
}

/** Counts the try as wrong, as it is until shown otherwise. Returns wrong tries in a row with this one. */
function countTry(store: Store, { id, pinVersion }: StaffMember): number {
  return store.write(() => {
    const tries = store.signInTries.read(id, pinVersion) + 1;
    store.signInTries.write(id, pinVersion, tries);
    return tries;
  });
}

function refuse(store: Store, { id }: StaffMember, tries: number, at: number): Result<never> {
  const triesLeft = Math.max(0, wrongTriesAllowed - tries);
  const action = triesLeft === 0 ? "locked-by-tries" : "wrong-pin";
  store.write(() => store.audit.add({ at, staff: null, action, subject: id }));
  return triesLeft === 0 ? fail({ code: "person-locked" }) : fail({ code: "wrong-pin", triesLeft });
}
