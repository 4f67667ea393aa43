import { z } from "zod";
import { caseFault } from "./case.ts";

/** Why head office's inbox did not do what was asked. The words for each are the page's. */
const inboxRefusalCodes = [
  "signed-out",
  "not-your-role",
  "wrong-password",
  "slow-down",
  "not-from-this-page",
  "malformed",
  "not-found",
  "too-many-requests",
  "name-taken",
  "in-the-past",
  "in-use",
  "password-too-short",
  "last-dpo",
  "case-step",
  "reason-needed",
  "copy-key-shut",
  "other-copy-key",
  "copy-destroyed",
  "copy-not-authentic",
  "recovery-unreadable",
  "recovery-unknown",
  "recovery-revoked",
  "recovery-not-authentic",
  "other-recovery-key",
  "server-error",
] as const;
const inboxRefusalCode = z.enum(inboxRefusalCodes);

/** What a request to the inbox that was not granted answers with. */
export const inboxRefusal = z.strictObject({
  error: inboxRefusalCode,
  /** With `slow-down`: seconds until the next try counts. */
  retryAfterSeconds: z.int().positive().optional(),
  /** With `case-step`: why the step does not fit. */
  fault: caseFault.optional(),
});
export type InboxRefusal = z.infer<typeof inboxRefusal>;
