import type { Purpose, Reference } from "../../contract/reference.ts";
import type { Basis, Subject } from "./payload.ts";

/** On what an answer rests. For members the DPO's setting decides; it is never inferred. */
export function chooseBasis(
  item: Purpose,
  standing: Subject["standing"],
  reference: Reference,
): Basis {
  const isBenefit = reference.settings.memberBasis === "member-benefit" && item.memberBenefit;
  return isBenefit && standing === "member" ? "member-benefit" : "consent";
}
