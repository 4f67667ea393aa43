import { z } from "zod";
import { captureId, subjectId } from "./ids.ts";

/** Captures whose content goes on every device that has it; headers and hashes stay, so chains hold. */
export const erasure = z.strictObject({ captures: z.array(captureId).max(5000) });

/** People whose data is not to be used for the time being (s.34), by the ids that desks know them by. */
export const restriction = z.strictObject({
  subjects: z.array(subjectId).min(1).max(1000),
  /** The shop's day from which it holds, ISO. */
  since: z.iso.date(),
});
