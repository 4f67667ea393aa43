import { uuidv7 } from "uuidv7";
import type { ListedAccount } from "../../contract/inbox-account-procedures.ts";
import { signInName } from "../../contract/inbox-account-procedures.ts";
import type { AccountRole } from "../../contract/inbox-procedure.ts";
import type { Db } from "../db/database.ts";

export type NewAccount = { signIn: string; name: string; role: AccountRole };

/** Makes an account; null: the name is taken. `password` as `hashPassword` makes it. */
export async function addAccount(
  db: Db,
  account: NewAccount,
  password: string,
  now: Date,
): Promise<string | null> {
  const made = await db
    .insertInto("account")
    .values({
      id: uuidv7(),
      sign_in: signInName.parse(account.signIn),
      name: account.name,
      role: account.role,
      password,
      not_before: null,
      created_at: now,
      last_seen_at: null,
      disabled_at: null,
    })
    .onConflict((conflict) => conflict.column("sign_in").doNothing())
    .returning("id")
    .executeTakeFirst();
  return made?.id ?? null;
}

/** Gives an account another password, hashed, and ends its slow-down. False: there is no such account. */
export async function setPassword(db: Db, account: string, password: string): Promise<boolean> {
  const changed = await db
    .updateTable("account")
    .set({ password, wrong_tries: 0, not_before: null })
    .where("id", "=", account)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

export async function listAccounts(db: Db): Promise<ListedAccount[]> {
  const rows = await db.selectFrom("account").selectAll().orderBy("sign_in").execute();
  return rows.map((row) => ({
    id: row.id,
    signIn: row.sign_in,
    name: row.name,
    role: row.role,
    createdAt: row.created_at.toISOString(),
    disabled: row.disabled_at !== null,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
  }));
}

/** Whether head office would be left with nobody who may act, if this account were closed. */
export async function isLastDpo(db: Db, account: string): Promise<boolean> {
  const others = await db
    .selectFrom("account")
    .select("id")
    .where("role", "=", "dpo")
    .where("disabled_at", "is", null)
    .where("id", "<>", account)
    .executeTakeFirst();
  return others === undefined;
}
