import { z } from "zod";

export const updateState = z.strictObject({
  /** Percent of a download that is under way. */
  progress: z.int().min(0).max(100).nullable(),
  /** The version that can be installed just now. */
  offered: z.string().nullable(),
  /** Whether new captures wait for it. */
  isNeeded: z.boolean(),
});
export type UpdateState = z.infer<typeof updateState>;

export const updateProcedures = {
  "update.state": { input: z.undefined(), output: updateState, callers: "anyone" },
  /** Closes the desk, installs what is offered and starts it. */
  "update.install": { input: z.undefined(), output: z.undefined(), callers: "anyone" },
} as const;
