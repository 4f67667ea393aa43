import { z } from "zod";
import { signInName } from "../contract/inbox-account-procedures.ts";
import { accountRole } from "../contract/inbox-procedure.ts";
import { addAccount, isLastDpo, listAccounts, setPassword } from "./accounts/accounts.ts";
import { hashPassword, makePassword } from "./accounts/password-hash.ts";
import { endSessionsOf } from "./accounts/sessions.ts";
import { type About, noteAction } from "./action-log.ts";
import type { DatabasePlace } from "./db/database.ts";
import { type Db, openDatabase } from "./db/database.ts";
import { migrate } from "./db/migrate.ts";

const accountUsage = `Accounts of head office's inbox:
  account list
  account add <sign-in name> <dpo|viewer> <name of the person>
  account reset <sign-in name>     another password, told once
  account close <sign-in name>`;

const newAccount = z.tuple([signInName, accountRole, z.string().min(1).max(80)]);

/** What a person at the machine asks for on the command line; gives what to print. Throws what to tell. */
export async function runAccountCommand(
  place: DatabasePlace,
  words: readonly string[],
  now: Date,
): Promise<string> {
  const { db, close } = await openDatabase(place);
  try {
    await migrate(db);
    return await obey(db, words, now);
  } finally {
    await close();
  }
}

async function obey(db: Db, [verb, ...rest]: readonly string[], now: Date): Promise<string> {
  if (verb === "list" && rest.length === 0) {
    const accounts = await listAccounts(db);
    return accounts
      .map((one) => `${one.signIn}  ${one.role}  ${one.name}${one.disabled ? "  (closed)" : ""}`)
      .join("\n");
  }
  if (verb === "add") {
    const [signIn, role, ...name] = rest;
    const read = newAccount.safeParse([signIn, role, name.join(" ")]);
    if (!read.success) throw new Error(accountUsage);
    const [given, may, whole] = read.data;
    const password = makePassword();
    const account = { signIn: given, role: may, name: whole };
    const id = await addAccount(db, account, await hashPassword(password), now);
    if (id === null) throw new Error(`There is an account ${given} already.`);
    await note(db, "account-added", { signIn: given, role: may }, now);
    return `${given} signs in with the password ${password}`;
  }
  const [signIn = ""] = rest;
  const found = (await listAccounts(db)).find((one) => one.signIn === signIn);
  if (verb !== "reset" && verb !== "close") throw new Error(accountUsage);
  if (!found) throw new Error(`There is no account ${signIn}.`);
  if (verb === "reset") {
    const password = makePassword();
    await setPassword(db, found.id, await hashPassword(password));
    await endSessionsOf(db, found.id, null);
    await note(db, "password-reset", { account: found.id }, now);
    return `${signIn} signs in with the password ${password}`;
  }
  if (await isLastDpo(db, found.id)) throw new Error(`${signIn} is the last who may act.`);
  await db.updateTable("account").set({ disabled_at: now }).where("id", "=", found.id).execute();
  await endSessionsOf(db, found.id, null);
  await note(db, "account-closed", { account: found.id }, now);
  return `${signIn} can sign in no more.`;
}

/** By nobody's account: whoever may run commands on this machine. */
async function note(db: Db, action: string, about: About, now: Date): Promise<void> {
  await db.transaction().execute((work) => noteAction(work, { account: null, action, about }, now));
}
