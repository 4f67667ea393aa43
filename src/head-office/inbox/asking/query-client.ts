import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import type { Asked } from "./ask.ts";

/** Keeps answers of head office for as long as a page shows them. */
export function makeQueryClient(): QueryClient {
  // The session ended between two questions: who is signed in is asked again, and the sign-in page shows.
  function notice(answer: unknown): void {
    const asked = answer as Asked<unknown> | undefined;
    if (asked?.ok === false && asked.refusal.error === "signed-out") {
      void client.invalidateQueries({ queryKey: ["session.current"] });
    }
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
