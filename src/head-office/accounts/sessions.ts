import { randomBytes } from "node:crypto";
import type { InboxAccount } from "../../contract/inbox-account-procedures.ts";
import type { Db } from "../db/database.ts";
import { sha256 } from "../sha256.ts";

/** Without a request for this long a session ends. */
const sessionIdleMs = 30 * 60 * 1000;
/** However busy, it ends then: a working day. */
export const sessionLifeMs = 10 * 60 * 60 * 1000;

/** A request within this time of the last noted one is not noted again. */
const noteEveryMs = 60 * 1000;

/** Begins a session; gives the token, of which only a hash is kept. */
export async function beginSession(db: Db, account: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await db
    .deleteFrom("inbox_session")
    .where((is) =>
      is.or([
        is("began_at", "<", new Date(now.getTime() - sessionLifeMs)),
        is("last_seen_at", "<", new Date(now.getTime() - sessionIdleMs)),
      ]),
    )
    .execute();
  await db
    .insertInto("inbox_session")
    .values({ token_hash: sha256(token), account, began_at: now, last_seen_at: now })
    .execute();
  return token;
}

/** Whose session this is, if it lasts and the account is open; null otherwise. */
export async function readSession(
  db: Db,
  token: string | undefined,
  now: Date,
): Promise<InboxAccount | null> {
  if (token === undefined) return null;
  const found = await db
    .selectFrom("inbox_session")
    .innerJoin("account", "account.id", "inbox_session.account")
    .select(["account.id", "account.sign_in", "account.name", "account.role"])
    .select(["inbox_session.began_at as began", "inbox_session.last_seen_at as seen"])
    .where("token_hash", "=", sha256(token))
    .where("account.disabled_at", "is", null)
    .executeTakeFirst();
  if (!found) return null;
  const age = now.getTime() - found.began.getTime();
  const idle = now.getTime() - found.seen.getTime();
  if (age >= sessionLifeMs || idle >= sessionIdleMs) return null;
  if (idle >= noteEveryMs) {
    await db
      .updateTable("inbox_session")
      .set({ last_seen_at: now })
      .where("token_hash", "=", sha256(token))
      .execute();
  }
  return { id: found.id, signIn: found.sign_in, name: found.name, role: found.role };
}

export async function endSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom("inbox_session").where("token_hash", "=", sha256(token)).execute();
}

/** Ends all sessions of an account, bar the one whose token is given. */
export async function endSessionsOf(db: Db, account: string, but: string | null): Promise<void> {
  const kept = but === null ? "" : sha256(but);
  await db
    .deleteFrom("inbox_session")
    .where("account", "=", account)
    .where("token_hash", "<>", kept)
    .execute();
}
