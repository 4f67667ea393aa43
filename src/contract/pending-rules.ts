import { z } from "zod";

/** What a capture may have about it for which head office wants a manager to look at it first. */
const holdConditions = ["minor", "id-copy", "identity-unseen", "clock-in-doubt"] as const;
export const holdCondition = z.enum(holdConditions);
export type HoldCondition = z.infer<typeof holdCondition>;

/** Why a capture is held: one of head office's conditions, its kind, or that what it amends is held. */
export const holdReason = z.enum([...holdConditions, "kind", "amends-held"]);
export type HoldReason = z.infer<typeof holdReason>;

const minutes = z
  .int()
  .min(1)
  .max(60 * 24 * 60);

/** What head office decides on captures that it does not have yet. */
export const pendingRules = z
  .strictObject({
    /** The oldest of them is shown as late after so many minutes, and as very late. */
    lateAfter: minutes,
    veryLateAfter: minutes,
    review: z.strictObject({
      /** Kinds of capture, as envelopes name them; those of a newer version are passed over. */
      kinds: z.array(z.string().max(60)).max(50),
      conditions: z.array(holdCondition),
    }),
  })
  .refine(({ lateAfter, veryLateAfter }) => lateAfter <= veryLateAfter);
export type PendingRules = z.infer<typeof pendingRules>;

/** In force until head office says otherwise: late after a day, very late after three (s.30 counts days). */
export const usualPendingRules: PendingRules = {
  lateAfter: 24 * 60,
  veryLateAfter: 3 * 24 * 60,
  review: { kinds: [], conditions: [] },
};
