import { type Failure, fail, type Result } from "../../contract/failure.ts";
import type { Role } from "../../contract/ids.ts";
import {
  type ProcedureInput,
  type ProcedureOutput,
  procedures,
  type SignedIn,
} from "../../contract/ipc.ts";
import type { ProcedureName } from "../../contract/procedures.ts";

/** Who is calling, as main knows it; a page's own word counts for nothing. */
export type Caller = { signedIn: SignedIn | null };

/** One procedure's work: parsed input in, a Result out. `who` is set where the procedure asks for a sign-in. */
type Handler<Name extends ProcedureName> = (
  input: ProcedureInput<Name>,
  who: SignedIn | null,
) => Result<ProcedureOutput<Name>> | Promise<Result<ProcedureOutput<Name>>>;

export type Handlers = { [Name in ProcedureName]: Handler<Name> };

type DispatchDeps = {
  /** Asked at each call: a desk that could not be opened answers otherwise than one that could. */
  handlers(): Handlers;
  caller(): Caller;
  /** Names an error of the store that a person can be told about; null: it is a bug. */
  nameFailure(error: unknown): Failure | null;
  reportBug(name: string, error: unknown): void;
};

/** What a page gets for a call that no honest page makes: it says nothing about why. */
export class RefusedCall extends Error {
  constructor() {
    super("refused");
  }
}

function mayCall(
  callers: (typeof procedures)[ProcedureName]["callers"],
  who: SignedIn | null,
): Failure | null {
  if (callers === "anyone") return null;
  if (who === null) return { code: "signed-out" };
  if (callers === "signed-in") return null;
  const roles: readonly Role[] = callers;
  return who.roles.some((role) => roles.includes(role)) ? null : { code: "not-your-role" };
}

/**
 * Answers one call of a page: known name, allowed caller, input of the right form, then the handler.
 * An output that does not fit its schema is a bug and does not leave main.
 */
export function makeDispatch(
  deps: DispatchDeps,
): (name: unknown, input: unknown) => Promise<Result<unknown>> {
  return async (name, input) => {
    // hasOwn: names such as "constructor" must not reach an inherited property.
    if (typeof name !== "string" || !Object.hasOwn(procedures, name)) throw new RefusedCall();
    const procedure = procedures[name as ProcedureName];
    try {
      const { signedIn } = deps.caller();
      const barred = mayCall(procedure.callers, signedIn);
      if (barred) return fail(barred);
      const parsed = procedure.input.safeParse(input);
      if (!parsed.success) throw new RefusedCall();
      const handle = deps.handlers()[name as ProcedureName] as Handler<ProcedureName>;
      const result = await handle(parsed.data as never, signedIn);
      return result.ok ? { ok: true, value: procedure.output.parse(result.value) } : result;
    } catch (error) {
      if (error instanceof RefusedCall) throw error;
      const failure = deps.nameFailure(error);
      if (failure) return fail(failure);
      deps.reportBug(name, error);
      throw new Error(`${name} failed`);
    }
  };
}
