import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { InboxInput, InboxName, InboxOutput } from "../../../contract/inbox-api.ts";
import { type Asked, ask, type NotAnswered } from "./ask.ts";

export type Answer<Value> =
  | { state: "waiting" }
  | { state: "refused"; refusal: NotAnswered }
  | { state: "ready"; value: Value };

/** Reads by a procedure; again when somebody acts, and when the window is looked at again. */
export function useAnswer<Name extends InboxName>(
  name: Name,
  input: InboxInput<Name>,
  { enabled = true, everyMs }: { enabled?: boolean; everyMs?: number } = {},
): Answer<InboxOutput<Name>> {
  const { data } = useQuery({
    queryKey: [name, input],
    queryFn: () => ask(name, input),
    enabled,
    ...(everyMs ? { refetchInterval: everyMs } : {}),
  });
  if (!data) return { state: "waiting" };
  return data.ok
    ? { state: "ready", value: data.value }
    : { state: "refused", refusal: data.refusal };
}

/** Does something by a procedure; everything that is shown is read again. */
export function useAct<Name extends InboxName>(
  name: Name,
): {
  run: (input: InboxInput<Name>) => Promise<Asked<InboxOutput<Name>>>;
  isRunning: boolean;
  /** Why the last run was refused, until the next. */
  refusal: NotAnswered | null;
  forget: () => void;
} {
  const client = useQueryClient();
  const { mutateAsync, isPending, data, reset } = useMutation({
    mutationFn: (input: InboxInput<Name>) => ask(name, input),
    onSuccess: (answer) => (answer.ok ? client.invalidateQueries() : undefined),
  });
  return {
    run: (input) => mutateAsync(input),
    isRunning: isPending,
    refusal: data && !data.ok ? data.refusal : null,
    forget: reset,
  };
}
