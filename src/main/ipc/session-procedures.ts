import { fail, succeed } from "../../contract/failure.ts";
import type { SignedIn } from "../../contract/ipc.ts";
import { readRoster, unlock } from "../session/roster.ts";
import type { Session } from "../session/session.ts";
import { type SignInDeps, signIn } from "../session/sign-in.ts";
import type { Vouching } from "../session/vouching.ts";
import type { Handlers } from "./dispatch.ts";

type SessionProcedures = Pick<
  Handlers,
  | "session.roster"
  | "session.signIn"
  | "session.current"
  | "session.vouch"
  | "session.touch"
  | "session.lock"
  | "session.noteCopied"
  | "staff.list"
  | "staff.unlock"
>;

export type SessionProcedureDeps = SignInDeps & {
  session: Session;
  vouching: Vouching;
  /** Remembers that what is on the clipboard came from the desk. */
  noteCopied(text: string): void;
  /** Called when someone signed in, or the desk was locked. */
  onSessionChanged(): void;
};

/** Who is at the desk: the roster, PINs, the lock. */
export function makeSessionProcedures(deps: SessionProcedureDeps): SessionProcedures {
  const { store, session } = deps;
  return {
    "session.roster": () =>
      succeed({
        branch: store.received.readReference()?.branch ?? null,
        people: readRoster(store),
      }),
    async "session.signIn"(input) {
      const result = await signIn(deps, input);
      if (result.ok) {
        session.begin(result.value);
        deps.onSessionChanged();
      }
      return result;
    },
    async "session.vouch"({ request, staff, pin }) {
      const result = await signIn(deps, { staff, pin }, "vouch");
      if (result.ok) deps.vouching.add(request, { staff, roles: result.value.roles });
      return result;
    },
    "session.current": () => succeed(session.current()),
    "session.touch": () => {
      session.touch();
      return succeed(undefined);
    },
    "session.lock": () => {
      session.lock();
      deps.onSessionChanged();
      return succeed(undefined);
    },
    "session.noteCopied": ({ text }) => {
      deps.noteCopied(text);
      return succeed(undefined);
    },
    "staff.list": () => succeed(readRoster(store)),
    "staff.unlock": ({ staff }, who) => {
      const done = unlock(deps, requirePerson(who).staff, staff);
      if (done.ok) deps.onSessionChanged();
      return done.ok ? done : fail(done.failure);
    },
  };
}

/** The dispatch has checked that someone is signed in; anything else is a mistake in `procedures`. */
export function requirePerson(who: SignedIn | null): SignedIn {
  if (who === null)
    throw new Error("a procedure for people who are signed in was called by no one");
  return who;
}
