import "./bridge.ts";
import type { Result } from "../../contract/failure.ts";
import type { ProcedureInput, ProcedureOutput } from "../../contract/ipc.ts";
import type { ProcedureName } from "../../contract/procedures.ts";

/** The input as the rest of the arguments: left out where a procedure takes none. */
export type InputOf<Name extends ProcedureName> =
  undefined extends ProcedureInput<Name> ? [input?: undefined] : [input: ProcedureInput<Name>];

/** Asks main. Failures that a person can meet come back as values; a promise that breaks is a bug. */
export async function call<Name extends ProcedureName>(
  name: Name,
  ...[input]: InputOf<Name>
): Promise<Result<ProcedureOutput<Name>>> {
  // Main parsed the output by the same contract before it sent it.
  return (await window.yinyom.invoke(name, input)) as Result<ProcedureOutput<Name>>;
}
