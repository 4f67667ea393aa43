import { fail, type Result, succeed } from "../../contract/failure.ts";
import type { StaffId } from "../../contract/ids.ts";
import type { RosterEntry } from "../../contract/ipc.ts";
import type { StaffMember } from "../../contract/reference.ts";
import type { Store } from "../store/open-store.ts";

/** Wrong PINs in a row after which a person is locked. */
export const wrongTriesAllowed = 10;

/** Everyone who may sign in here, by name, with whether they are locked. */
export function readRoster(store: Store): RosterEntry[] {
  return store.received
    .listStaff()
    .map((person) => ({
      staff: person.id,
      name: person.name,
      roles: person.roles,
      locked: isLocked(store, person),
    }))
    .sort((one, other) => one.name.th.localeCompare(other.name.th, "th"));
}

export function findPerson(store: Store, staff: StaffId): StaffMember | null {
  return store.received.listStaff().find((person) => person.id === staff) ?? null;
}

export function isLocked(store: Store, person: StaffMember): boolean {
  return store.signInTries.read(person.id, person.pinVersion) >= wrongTriesAllowed;
}

/** Lets a locked person try again; `by` is the manager who does it. */
export function unlock(
  { store, now }: { store: Store; now(): number },
  by: StaffId,
  staff: StaffId,
): Result<undefined> {
  const person = findPerson(store, staff);
  if (person === null) return fail({ code: "not-found" });
  store.write(() => {
    store.signInTries.write(person.id, person.pinVersion, 0);
    store.audit.add({ at: now(), staff: by, action: "unlock", subject: person.id });
  });
  return succeed(undefined);
}
