import { z } from "zod";
import { moment } from "./ids.ts";
import { accountRole, type InboxProcedure, nothing } from "./inbox-procedure.ts";

/** What a person types to say who they are. */
export const signInName = z
  .string()
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/)
  .max(40);
/** Length is what makes a password hard to guess; scrypt takes any. */
export const shortestPassword = 12;
const password = z.string().min(1).max(200);

export const inboxAccount = z.strictObject({
  id: z.uuid(),
  signIn: signInName,
  name: z.string().min(1).max(80),
  role: accountRole,
});
export type InboxAccount = z.infer<typeof inboxAccount>;

const listedAccount = inboxAccount.extend({
  createdAt: moment,
  disabled: z.boolean(),
  lastSeenAt: moment.nullable(),
});
export type ListedAccount = z.infer<typeof listedAccount>;

/** One line of what was done at head office. `about` names things by their ids, never a customer. */
export const officeAction = z.strictObject({
  sequence: z.int().positive(),
  at: moment,
  by: z.string().nullable(),
  action: z.string(),
  about: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type OfficeAction = z.infer<typeof officeAction>;

/** Signing in at head office, and who may. */
export const inboxAccountProcedures = {
  "session.signIn": {
    summary: "Sign in; sets the session's cookie",
    input: z.strictObject({ signIn: z.string().min(1).max(80), password }),
    output: z.strictObject({ account: inboxAccount }),
    callers: "anyone",
  },
  "session.current": {
    summary: "Who is signed in",
    input: nothing,
    output: z.strictObject({ account: inboxAccount.nullable() }),
    callers: "anyone",
  },
  "session.signOut": {
    summary: "End this session",
    input: nothing,
    output: nothing,
    callers: "signed-in",
  },
  "session.changePassword": {
    summary: "Give oneself another password; all other sessions end",
    input: z.strictObject({ old: password, next: password }),
    output: nothing,
    callers: "signed-in",
  },
  "accounts.list": {
    summary: "All accounts",
    input: nothing,
    output: z.strictObject({ accounts: z.array(listedAccount) }),
    callers: "dpo",
  },
  "accounts.add": {
    summary: "Make an account; its password is told this once",
    input: inboxAccount.omit({ id: true }),
    output: z.strictObject({ password: z.string() }),
    callers: "dpo",
  },
  "accounts.resetPassword": {
    summary: "Give an account another password, told this once; its sessions end",
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({ password: z.string() }),
    callers: "dpo",
  },
  "accounts.setDisabled": {
    summary: "Close or open an account; closing ends its sessions",
    input: z.strictObject({ id: z.uuid(), disabled: z.boolean() }),
    output: nothing,
    callers: "dpo",
  },
  "actions.list": {
    summary: "What was done at head office, newest first",
    input: z.strictObject({ before: z.int().positive().nullable() }),
    output: z.strictObject({
      actions: z.array(officeAction),
      /** Whether the chain of hashes holds from the first line to the last. */
      whole: z.boolean(),
      more: z.boolean(),
    }),
    callers: "signed-in",
  },
} as const satisfies Record<string, InboxProcedure>;
