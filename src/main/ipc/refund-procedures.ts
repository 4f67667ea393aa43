import { fail, succeed } from "../../contract/failure.ts";
import type { CaptureDeps } from "../capture/capture-deps.ts";
import { listLyingPapers, listRefunds, readRefund } from "../capture/read-refunds.ts";
import type { Handlers } from "./dispatch.ts";
import { requirePerson } from "./session-procedures.ts";

type RefundProcedures = Pick<Handlers, "refund.list" | "refund.read" | "paper.list">;

/** What is open of refunds, what one says, and what still lies there on paper. */
export function makeRefundProcedures(deps: CaptureDeps): RefundProcedures {
  return {
    "refund.list": () => succeed(listRefunds(deps)),
    "refund.read": ({ id }, who) => {
      const found = readRefund(deps, id);
      if (found === null) return fail({ code: "not-found" });
      const { staff } = requirePerson(who);
      deps.store.audit.add({ at: deps.now(), staff, action: "read-capture", subject: id });
      return succeed({ id, ...found });
    },
    "paper.list": () => succeed(listLyingPapers(deps)),
  };
}
