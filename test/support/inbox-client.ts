import {
  type InboxInput,
  type InboxName,
  type InboxOutput,
  inboxHeader,
  inboxPaths,
} from "../../src/contract/inbox-api.ts";
import type { AccountRole } from "../../src/contract/inbox-procedure.ts";
import { addAccount } from "../../src/head-office/accounts/accounts.ts";
import { hashPassword } from "../../src/head-office/accounts/password-hash.ts";
import type { Db } from "../../src/head-office/db/database.ts";

/** What came back: the status, and the body as it was. */
export type InboxAnswer = { status: number; body: unknown; cookie: string | null };

/** Asks head office's inbox as a browser would, with the cookie that it was given. */
export type InboxClient = {
  send(name: string, input: unknown, headers?: Record<string, string>): Promise<InboxAnswer>;
  /** Throws unless it is granted. */
  ask<Name extends InboxName>(name: Name, input: InboxInput<Name>): Promise<InboxOutput<Name>>;
  /** Throws if it is granted; the refusal's code otherwise. */
  refused<Name extends InboxName>(name: Name, input: InboxInput<Name>): Promise<string>;
  signIn(signIn: string, password?: string): Promise<void>;
};

/** The password of every invented account in tests. */
export const testPassword = "clouds over the moat";

let testHash: Promise<string> | null = null;

export async function makeAccount(db: Db, signIn: string, role: AccountRole): Promise<string> {
  testHash ??= hashPassword(testPassword);
  const account = { signIn, name: `${signIn} (invented)`, role };
  const id = await addAccount(db, account, await testHash, new Date());
  if (id === null) throw new Error(`There is an account ${signIn} already`);
  return id;
}

export function openInbox(address: string): InboxClient {
  let cookie: string | null = null;

  async function send(
    name: string,
    input: unknown,
    headers: Record<string, string> = {},
  ): Promise<InboxAnswer> {
    const response = await fetch(`${address}${inboxPaths.api}${name}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        [inboxHeader]: "1",
        origin: address,
        ...(cookie === null ? {} : { cookie }),
        ...headers,
      },
      body: JSON.stringify(input),
    });
    const set = response.headers.get("set-cookie");
    if (set !== null) cookie = set.split(";")[0] ?? null;
    return { status: response.status, body: await response.json(), cookie: set };
  }

  return {
    send,
    async ask(name, input) {
      const { status, body } = await send(name, input);
      if (status !== 200) throw new Error(`${name}: ${status} ${JSON.stringify(body)}`);
      return body as never;
    },
    async refused(name, input) {
      const { status, body } = await send(name, input);
      if (status === 200) throw new Error(`${name} was granted`);
      return (body as { error: string }).error;
    },
    async signIn(signIn, password = testPassword) {
      const { status, body } = await send("session.signIn", { signIn, password });
      if (status !== 200) throw new Error(`sign-in: ${status} ${JSON.stringify(body)}`);
    },
  };
}
