import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import type { Result } from "../../contract/failure.ts";
import type { ProcedureName } from "../../contract/procedures.ts";
import { call } from "./call.ts";
import { readAgain } from "./changes.ts";

/** What the first page is made of. */
const firstQuestions = [
  "desk.state",
  "session.current",
  "session.roster",
  "sync.status",
] as const satisfies readonly ProcedureName[];

/**
 * Asks at once what the first page will ask one after the other. A desk that is still opening answers some
 * with a failure: the page asks again when it shows.
 */
export function askAhead(client: QueryClient): void {
  for (const name of firstQuestions) {
    void client.prefetchQuery({ queryKey: [name, undefined], queryFn: () => call(name) });
  }
}

/** Keeps answers of main. There is no network here, so being offline pauses nothing. */
export function makeQueryClient(): QueryClient {
  // Main locked between two calls: the session is read again, and the sign-in page shows.
  function notice(answer: unknown): void {
    const result = answer as Result<unknown> | undefined;
    if (result?.ok === false && result.failure.code === "signed-out") readAgain(client, "session");
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onSuccess: notice }),
    mutationCache: new MutationCache({ onSuccess: notice }),
    defaultOptions: {
      queries: { networkMode: "always", retry: false, gcTime: 30_000, throwOnError: true },
      mutations: { networkMode: "always", retry: false, throwOnError: true, gcTime: 0 },
    },
  });
  return client;
}
