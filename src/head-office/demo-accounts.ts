import { z } from "zod";
import { signInName } from "../contract/inbox-account-procedures.ts";
import { accountRole } from "../contract/inbox-procedure.ts";
import { addAccount } from "./accounts/accounts.ts";
import { hashPassword } from "./accounts/password-hash.ts";
import type { Db } from "./db/database.ts";

export const accountsFile = z.array(
  z.strictObject({
    signIn: signInName,
    name: z.string().min(1),
    role: accountRole,
    password: z.string().min(1),
  }),
);

/** An invented person of head office and the password to sign in with. */
export type DemoAccount = z.infer<typeof accountsFile>[number];

/** Makes the demo's accounts that are not there yet; a password that was changed stays changed. */
export async function seedAccounts(
  db: Db,
  accounts: readonly DemoAccount[],
  now: Date,
): Promise<void> {
  const present = await db.selectFrom("account").select("sign_in").execute();
  const known = new Set(present.map((row) => row.sign_in));
  for (const { password, ...account } of accounts.filter(({ signIn }) => !known.has(signIn))) {
    await addAccount(db, account, await hashPassword(password), now);
  }
}
