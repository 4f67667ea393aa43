import { type CaseProgress, isClosed } from "../../../../captures/rights-request/case-state.ts";
import type { NextStep } from "../../../../contract/inbox-case-procedures.ts";

/** What the DPO may do next, in the order of the work; head office's rules have the last word. */
export function listPossibleSteps(progress: CaseProgress, daysLeft: number): NextStep["step"][] {
  if (isClosed(progress)) return [];
  const identity: NextStep["step"][] = progress.identityChecked
    ? []
    : progress.state === "checking-identity"
      ? ["confirm-identity"]
      : ["check-identity", "confirm-identity"];
  if (progress.state === "waiting-for-customer") {
    const papers = identity.filter((step) => step === "confirm-identity");
    return ["resume", ...papers, "ask-shop"];
  }
  const begin: NextStep["step"][] =
    progress.state === "received" && progress.identityChecked ? ["begin"] : [];
  const extend: NextStep["step"][] = progress.extension === null && daysLeft >= 0 ? ["extend"] : [];
  const finish: NextStep["step"][] = progress.identityChecked ? ["finish"] : [];
  return [...identity, ...begin, "ask-shop", "wait", ...extend, ...finish, "refuse"];
}
