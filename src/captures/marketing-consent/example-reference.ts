import demo from "../../../resources/demo/reference.json" with { type: "json" };
import { type Reference, reference } from "../../contract/reference.ts";

/** The demo's reference data, as a desk of its first branch has it: what examples and tests stand on. */
export const exampleReference: Reference = reference.parse({ ...demo, branch: demo.branches[0] });
