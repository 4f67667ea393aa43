import copies from "../../../resources/demo/copy-rules.json" with { type: "json" };
import demo from "../../../resources/demo/reference.json" with { type: "json" };
import { type CopyRules, copyRules } from "../../contract/copy-rules.ts";
import { type Reference, reference } from "../../contract/reference.ts";

/** The demo's rules for refunds and copies. */
export const exampleCopyRules: CopyRules = copyRules.parse(copies.copyRules);

/** The demo's reference data with them, as a desk of its first branch has it. */
export const exampleReference: Reference = reference.parse({
  ...demo,
  branch: demo.branches[0],
  notices: [...demo.notices, ...copies.notices],
  copyRules: exampleCopyRules,
});
