import { useMutation, useQuery } from "@tanstack/react-query";
import type { Failure, Result } from "../../contract/failure.ts";
import type { ProcedureInput, ProcedureOutput } from "../../contract/ipc.ts";
import type { ProcedureName } from "../../contract/procedures.ts";
import { call, type InputOf } from "./call.ts";

/** What a page knows of an answer: not yet there, a failure it has words for, or the value. */
export type Answer<Value> =
  | { state: "waiting" }
  | { state: "failed"; failure: Failure }
  | { state: "ready"; value: Value };

type Options = {
  /** False: not asked yet. */
  enabled?: boolean;
  /** Asks again every so many ms, besides whenever main says that something changed. */
  everyMs?: number;
};

/** Reads by a procedure, and again whenever main says that what it is made of has changed. */
export function useProcedure<Name extends ProcedureName>(
  name: Name,
  input: ProcedureInput<Name>,
  { enabled = true, everyMs }: Options = {},
): Answer<ProcedureOutput<Name>> & { again: () => Promise<unknown> } {
  const { data, refetch } = useQuery({
    queryKey: [name, input],
    queryFn: () => call(name, ...([input] as InputOf<Name>)),
    enabled,
    ...(everyMs ? { refetchInterval: everyMs, refetchIntervalInBackground: true } : {}),
  });
  const again = () => refetch();
  if (!data) return { state: "waiting", again };
  return data.ok
    ? { state: "ready", value: data.value, again }
    : { state: "failed", failure: data.failure, again };
}

/** Does something by a procedure. `failure` is that of the last run, until the next. */
export function useCommand<Name extends ProcedureName>(
  name: Name,
): {
  run: (...input: InputOf<Name>) => Promise<Result<ProcedureOutput<Name>>>;
  isRunning: boolean;
  failure: Failure | null;
  forget: () => void;
} {
  const { mutateAsync, isPending, data, reset } = useMutation({
    mutationFn: (input: InputOf<Name>) => call(name, ...input),
  });
  return {
    run: (...input) => mutateAsync(input),
    isRunning: isPending,
    failure: data && !data.ok ? data.failure : null,
    forget: reset,
  };
}
