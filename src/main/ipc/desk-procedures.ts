import { type Failure, fail, succeed } from "../../contract/failure.ts";
import type { Language } from "../../contract/ids.ts";
import type { DeskState } from "../../contract/ipc.ts";
import { procedureNames } from "../../contract/procedures.ts";
import type { Handlers } from "./dispatch.ts";

type DeskProcedures = Pick<
  Handlers,
  "desk.state" | "desk.setLanguage" | "desk.quit" | "desk.startAnew" | "session.current"
>;

export type DeskProcedureDeps = {
  readState(): DeskState;
  setLanguage(language: Language): void;
  quit(): void;
};

/** What works in every phase of the desk, even where its store cannot be opened. */
export function makeDeskProcedures(deps: DeskProcedureDeps): DeskProcedures {
  return {
    "desk.state": () => succeed(deps.readState()),
    "desk.setLanguage": (language) => {
      deps.setLanguage(language);
      return succeed(undefined);
    },
    "desk.quit": () => {
      deps.quit();
      return succeed(undefined);
    },
    // Only where the keys of the one before are destroyed: see desk-keeper.ts.
    "desk.startAnew": () => fail({ code: "not-found" }),
    "session.current": () => succeed(null),
  };
}

/** The procedures of a desk without a store: whatever is asked, the answer is why there is none. */
export function makeClosedProcedures(deps: DeskProcedureDeps, failure: Failure): Handlers {
  const closed = Object.fromEntries(procedureNames.map((name) => [name, () => fail(failure)]));
  return { ...(closed as unknown as Handlers), ...makeDeskProcedures(deps) };
}
