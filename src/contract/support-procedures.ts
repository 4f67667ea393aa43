import { z } from "zod";

/** What support may be sent, to be looked through first. */
export const supportProcedures = {
  /** Makes it anew, and says all that is in it. */
  "support.read": {
    input: z.undefined(),
    output: z.strictObject({ text: z.string() }),
    callers: ["manager"],
  },
  /** Saves what was last read, letter by letter, where the person chooses. */
  "support.save": {
    input: z.undefined(),
    output: z.strictObject({ path: z.string() }),
    callers: ["manager"],
  },
} as const;
