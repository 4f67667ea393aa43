import type { CaseState } from "../../../../contract/case.ts";
import type { BadgeTone } from "../../../../ui/badge.tsx";

/** How a state looks: what waits for the DPO stands out. */
export const stateTones: Readonly<Record<CaseState, BadgeTone>> = {
  received: "accent",
  "checking-identity": "accent",
  "in-progress": "accent",
  "waiting-for-customer": "neutral",
  extended: "warning",
  done: "success",
  refused: "danger",
};
