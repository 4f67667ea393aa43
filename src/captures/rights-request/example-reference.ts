import demo from "../../../resources/demo/reference.json" with { type: "json" };
import { type Reference, reference } from "../../contract/reference.ts";
import { usualRightsSettings } from "../../contract/rights.ts";

/** The demo's reference data, as a desk of its first branch has it. */
export const exampleReference: Reference = reference.parse({ ...demo, branch: demo.branches[0] });

/** The same where the DPO wants a copy of the document. */
export const copyingReference: Reference = {
  ...exampleReference,
  rightsSettings: { ...usualRightsSettings, keepsDocumentCopy: true },
};
