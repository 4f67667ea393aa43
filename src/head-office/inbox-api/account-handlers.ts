import type { inboxAccountProcedures } from "../../contract/inbox-account-procedures.ts";
import { shortestPassword } from "../../contract/inbox-account-procedures.ts";
import { addAccount, isLastDpo, listAccounts, setPassword } from "../accounts/accounts.ts";
import { hashPassword, makePassword } from "../accounts/password-hash.ts";
import { beginSession, endSession, endSessionsOf } from "../accounts/sessions.ts";
import { checkSignIn, type SignInAnswer } from "../accounts/sign-in.ts";
import { findBrokenAction, listActions, noteAction } from "../action-log.ts";
import {
  act,
  answer,
  done,
  type Handlers,
  type InboxDeps,
  readAccount,
  turnDown,
} from "./handler.ts";

export function makeAccountHandlers(
  deps: InboxDeps,
): Handlers<keyof typeof inboxAccountProcedures> {
  const { db, now } = deps;
  return {
    async "session.signIn"({ signIn, password }, asker) {
      const at = now();
      const checked = await checkSignIn(db, signIn, password, at);
      if (!checked.ok) {
        const account = checked.error === "wrong-password" ? checked.account : null;
        // A name nobody has is not written down: it may be a password in the wrong box.
        if (account !== null) {
          const line = { account, action: "sign-in-refused", about: {} };
          await db.transaction().execute((work) => noteAction(work, line, at));
        }
        return refuseSignIn(checked);
      }
      const { account } = checked;
      if (asker.token !== undefined) await endSession(db, asker.token);
      const token = await db.transaction().execute(async (work) => {
        await work
          .updateTable("account")
          .set({ last_seen_at: at })
          .where("id", "=", account.id)
          .execute();
        await noteAction(work, { account: account.id, action: "signed-in", about: {} }, at);
        return beginSession(work, account.id, at);
      });
      asker.setToken(token);
      return answer({ account });
    },

    "session.current": async (_, { account }) => answer({ account }),

    async "session.signOut"(_, asker) {
      const outcome = await act(deps, asker, "signed-out", {}, async (work) => {
        if (asker.token !== undefined) await endSession(work, asker.token);
        return done;
      });
      asker.setToken(null);
      return outcome;
    },

    async "session.changePassword"({ old, next }, asker) {
      const { id, signIn } = readAccount(asker);
      if (next.length < shortestPassword) return turnDown("password-too-short");
      // As slow after wrong tries as signing in: a session left open must not be a way to the password.
      const checked = await checkSignIn(db, signIn, old, now());
      if (!checked.ok) return refuseSignIn(checked);
      const password = await hashPassword(next);
      return act(deps, asker, "password-changed", { account: id }, async (work) => {
        await setPassword(work, id, password);
        await endSessionsOf(work, id, asker.token ?? null);
        return done;
      });
    },

    "accounts.list": async () => answer({ accounts: await listAccounts(db) }),

    async "accounts.add"(account, asker) {
      const password = makePassword();
      const hash = await hashPassword(password);
      const about = { signIn: account.signIn, role: account.role };
      return act(deps, asker, "account-added", about, async (work, at) => {
        const id = await addAccount(work, account, hash, at);
        return id === null ? turnDown("name-taken") : answer({ password });
      });
    },

    async "accounts.resetPassword"({ id }, asker) {
      const password = makePassword();
      const hash = await hashPassword(password);
      return act(deps, asker, "password-reset", { account: id }, async (work) => {
        if (!(await setPassword(work, id, hash))) return turnDown("not-found");
        await endSessionsOf(work, id, null);
        return answer({ password });
      });
    },

    async "accounts.setDisabled"({ id, disabled }, asker) {
      const action = disabled ? "account-closed" : "account-opened";
      return act(deps, asker, action, { account: id }, async (work, at) => {
        if (disabled && (await isLastDpo(work, id))) return turnDown("last-dpo");
        const changed = await work
          .updateTable("account")
          .set({ disabled_at: disabled ? at : null })
          .where("id", "=", id)
          .executeTakeFirst();
        if (disabled) await endSessionsOf(work, id, null);
        return changed.numUpdatedRows > 0n ? done : turnDown("not-found");
      });
    },

    async "actions.list"({ before }) {
      const { actions, more } = await listActions(db, before);
      const broken = before === null ? await findBrokenAction(db) : null;
      return answer({ actions, more, whole: broken === null });
    },
  };
}

function refuseSignIn(checked: Exclude<SignInAnswer, { ok: true }>) {
  return checked.error === "slow-down"
    ? turnDown("slow-down", { retryAfterSeconds: checked.retryAfterSeconds })
    : turnDown("wrong-password");
}
