import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import type { Result } from "../../contract/failure.ts";
import { readAgain } from "./changes.ts";

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
