import { z } from "zod";
import { moment } from "./ids.ts";

const keptOfKind = z.strictObject({
  kind: z.string(),
  kept: z.int().positive(),
  oldest: moment,
});

/** What personal data this PC keeps, and until when. */
export const retentionProcedures = {
  "retention.read": {
    input: z.undefined(),
    output: z.strictObject({
      /** Days after a person's last capture, as head office set them. */
      days: z.int().positive(),
      /** Days after an event's close-out. */
      eventDays: z.int().nonnegative(),
      kinds: z.array(keptOfKind),
      /** Captures and pictures that head office does not have: they stay until it does. */
      waiting: z.int().nonnegative(),
    }),
    callers: ["manager"],
  },
} as const;
