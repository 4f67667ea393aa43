import { succeed } from "../../contract/failure.ts";
import type { CaptureDeps } from "../capture/capture-deps.ts";
import { listLyingPapers, listRefunds } from "../capture/read-refunds.ts";
import type { Handlers } from "./dispatch.ts";

type RefundProcedures = Pick<Handlers, "refund.list" | "paper.list">;

/** What is open of refunds, and what still lies there on paper. */
export function makeRefundProcedures(deps: CaptureDeps): RefundProcedures {
  return {
    "refund.list": () => succeed(listRefunds(deps)),
    "paper.list": () => succeed(listLyingPapers(deps)),
  };
}
