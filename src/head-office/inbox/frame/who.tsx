import { createContext, useContext } from "react";
import type { InboxAccount } from "../../../contract/inbox-account-procedures.ts";

const Account = createContext<InboxAccount | null>(null);

/** Tells everything inside who is signed in. */
export const Who = Account.Provider;

/** Whether the person may act. Head office checks it again; here it decides what is offered. */
export function useMayAct(): boolean {
  return useContext(Account)?.role === "dpo";
}
