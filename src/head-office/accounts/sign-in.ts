import type { InboxAccount } from "../../contract/inbox-account-procedures.ts";
import type { Db } from "../db/database.ts";
import { sha256 } from "../sha256.ts";
import { matchesPassword, matchNobody } from "./password-hash.ts";

/** Wrong tries that cost nothing but themselves. */
const freeTries = 5;
const longestWaitSeconds = 15 * 60;

export type SignInAnswer =
  | { ok: true; account: InboxAccount }
  | { ok: false; error: "wrong-password"; account: string | null }
  | { ok: false; error: "slow-down"; retryAfterSeconds: number };

/** Seconds until the next try counts, after so many wrong ones: 30 after the fifth, then twice as long. */
export function findWait(wrongTries: number): number {
  if (wrongTries < freeTries) return 0;
  return Math.min(longestWaitSeconds, 30 * 2 ** (wrongTries - freeTries));
}

/**
 * Whether these are the name and password of an account that is open. A try is counted before its password is
 * looked at, so that many at once are many tries; the count is in the database and outlives a restart.
 */
export async function checkSignIn(
  db: Db,
  signIn: string,
  password: string,
  now: Date,
): Promise<SignInAnswer> {
  const name = signIn.trim().toLowerCase();
  const tried = await countTry(db, name, now);
  if (tried === null) return checkUnknown(name, password, now);
  if ("retryAfterSeconds" in tried) return { ok: false, error: "slow-down", ...tried };
  const isRight = await matchesPassword(password, tried.password);
  if (!isRight) return { ok: false, error: "wrong-password", account: tried.id };
  await db
    .updateTable("account")
    .set({ wrong_tries: 0, not_before: null })
    .where("id", "=", tried.id)
    .execute();
  const { id, sign_in, name: whole, role } = tried;
  return { ok: true, account: { id, signIn: sign_in, name: whole, role } };
}

type Tried = {
  id: string;
  sign_in: string;
  name: string;
  role: "dpo" | "viewer";
  password: string;
};

async function countTry(
  db: Db,
  name: string,
  now: Date,
): Promise<Tried | { retryAfterSeconds: number } | null> {
  return db.transaction().execute(async (work) => {
    const row = await work
      .selectFrom("account")
      .selectAll()
      .where("sign_in", "=", name)
      .where("disabled_at", "is", null)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return null;
    const wait = row.not_before === null ? 0 : row.not_before.getTime() - now.getTime();
    // A clock that was set back must not lock anybody out for longer than any wait is.
    if (wait > 0 && wait <= longestWaitSeconds * 1000) {
      return { retryAfterSeconds: Math.ceil(wait / 1000) };
    }
    const tries = row.wrong_tries + 1;
    const seconds = findWait(tries);
    await work
      .updateTable("account")
      .set({
        wrong_tries: tries,
        not_before: seconds === 0 ? null : new Date(now.getTime() + seconds * 1000),
      })
      .where("id", "=", row.id)
      .execute();
    return row;
  });
}

/** Names nobody has: slowed down alike, or the difference would tell which names exist. By hash, in memory. */
const unknown = new Map<string, { tries: number; notBefore: number }>();
const unknownLimit = 10_000;

async function checkUnknown(name: string, password: string, now: Date): Promise<SignInAnswer> {
  const key = sha256(name);
  const before = unknown.get(key);
  const wait = (before?.notBefore ?? 0) - now.getTime();
  if (wait > 0 && wait <= longestWaitSeconds * 1000) {
    return { ok: false, error: "slow-down", retryAfterSeconds: Math.ceil(wait / 1000) };
  }
  const tries = (before?.tries ?? 0) + 1;
  if (unknown.size >= unknownLimit) unknown.clear();
  unknown.set(key, { tries, notBefore: now.getTime() + findWait(tries) * 1000 });
  await matchNobody(password);
  return { ok: false, error: "wrong-password", account: null };
}
