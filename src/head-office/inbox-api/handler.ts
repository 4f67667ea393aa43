import type { Transaction } from "kysely";
import type { z } from "zod";
import type { InboxAccount } from "../../contract/inbox-account-procedures.ts";
import type { inboxProcedures } from "../../contract/inbox-api.ts";
import type { InboxRefusal } from "../../contract/inbox-refusal.ts";
import { type About, noteAction } from "../action-log.ts";
import type { Db } from "../db/database.ts";
import type { Tables } from "../db/tables.ts";

/** What a procedure of the inbox may use. */
export type InboxDeps = { db: Db; now: () => Date };

/** Who asks, and by which session. */
export type Asker = {
  /** Null for procedures that anyone may call. */
  account: InboxAccount | null;
  token: string | undefined;
  setToken(token: string | null): void;
};

export type Outcome<Value> = { ok: true; value: Value } | { ok: false; refusal: InboxRefusal };

export const answer = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });
export const done = answer({});
export const turnDown = (
  error: InboxRefusal["error"],
  more: Omit<InboxRefusal, "error"> = {},
): { ok: false; refusal: InboxRefusal } => ({ ok: false, refusal: { error, ...more } });

type Procedures = typeof inboxProcedures;

/** What answers each of these procedures. */
export type Handlers<Name extends keyof Procedures> = {
  [One in Name]: (
    input: z.output<Procedures[One]["input"]>,
    asker: Asker,
  ) => Promise<Outcome<z.output<Procedures[One]["output"]>>>;
};

/** The account of somebody who is signed in; the route has checked that. */
export function readAccount({ account }: Asker): InboxAccount {
  if (account === null) throw new Error("A procedure for accounts was called without one");
  return account;
}

type Work = Transaction<Tables>;

/** Undoes what was begun: a refusal is nothing done, and nothing written. */
class Refused extends Error {
  readonly refusal: InboxRefusal;
  constructor(refusal: InboxRefusal) {
    super(refusal.error);
    this.refusal = refusal;
  }
}

/** Does something in one transaction and writes it down in the same; what is refused or throws undoes both. */
export async function act<Value>(
  { db, now }: InboxDeps,
  asker: Asker,
  action: string,
  about: About,
  run: (work: Work, at: Date) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const at = now();
  try {
    return await db.transaction().execute(async (work) => {
      const outcome = await run(work, at);
      if (!outcome.ok) throw new Refused(outcome.refusal);
      await noteAction(work, { account: readAccount(asker).id, action, about }, at);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
