import type { z } from "zod";

/** How long after the last key a draft is kept, in ms: not at each, and soon enough to lose nothing that matters. */
export const keepAfterMs = 150;

/** What was kept of a form, if it still has the form's shape. */
export function readDraft<Values>(schema: z.ZodType<Values>, body: string | null): Values | null {
  if (body === null) return null;
  try {
    const read = schema.safeParse(JSON.parse(body));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
