import { succeed } from "../../contract/failure.ts";
import type { Sync } from "../sync/sync.ts";
import type { Handlers } from "./dispatch.ts";

type SyncProcedures = Pick<Handlers, "desk.enrol" | "sync.status" | "sync.now">;

export type SyncProcedureDeps = {
  sync: Sync;
  /** Called once the desk can be worked at. */
  onEnrolled(): void;
};

/** Head office: enrolment, how much waits to be sent, and sending it now. */
export function makeSyncProcedures(deps: SyncProcedureDeps): SyncProcedures {
  const { sync } = deps;
  return {
    async "desk.enrol"({ address, code }) {
      const result = await sync.enrol(address, code);
      if (result.ok) deps.onEnrolled();
      return result;
    },
    "sync.status": () => succeed(sync.status()),
    "sync.now": () => {
      sync.wake("manual");
      return succeed(undefined);
    },
  };
}
