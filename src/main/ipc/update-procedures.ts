import { fail, succeed } from "../../contract/failure.ts";
import type { Updates } from "../update/updates.ts";
import type { Handlers } from "./dispatch.ts";

type UpdateProcedures = Pick<Handlers, "update.state" | "update.install">;

export function makeUpdateProcedures(updates: Updates): UpdateProcedures {
  return {
    "update.state": () => succeed(updates.state()),
    async "update.install"() {
      return (await updates.install()) ? succeed(undefined) : fail({ code: "update-not-now" });
    },
  };
}
