import { z } from "zod";
import { branchId } from "./ids.ts";

/** Three numbers, as package.json has them. */
export const appVersion = z.string().regex(/^\d{1,5}[.]\d{1,5}[.]\d{1,5}$/);

/** What head office decides on versions of the desk. */
export const updatePolicy = z.strictObject({
  /** Branches that get a version before all others do. */
  earlyBranches: z.array(branchId).max(1000),
  /** Older desks send what waits, then ask for the update before new captures. */
  minimum: appVersion.nullable(),
  /** Versions that no desk installs any more. */
  halted: z.array(appVersion).max(100),
});
export type UpdatePolicy = z.infer<typeof updatePolicy>;

/** Until head office has said otherwise. */
export const usualUpdatePolicy: UpdatePolicy = { earlyBranches: [], minimum: null, halted: [] };
