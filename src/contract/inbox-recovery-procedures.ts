import { z } from "zod";
import { branchId, deviceId, listChoice, moment } from "./ids.ts";
import { keyUse } from "./inbox-copy-procedures.ts";
import type { InboxProcedure } from "./inbox-procedure.ts";
import { recoveryTextLimit } from "./recovery.ts";

const request = z.string().max(recoveryTextLimit);

/** Giving a PC its own keys back, which were sealed to the recovery key while it was well. */
export const inboxRecoveryProcedures = {
  "recovery.read": {
    summary: "Which PC asks for its keys, and the number to compare by telephone",
    input: z.strictObject({ request }),
    output: z.strictObject({
      device: deviceId,
      name: z.string(),
      number: z.int().positive(),
      branch: branchId,
      revokedAt: moment.nullable(),
      /** The recovery key that its keys are sealed to. */
      key: listChoice,
      checkNumber: z.string(),
    }),
    callers: "dpo",
  },
  "recovery.answer": {
    summary: "Open a PC's keys and seal them to that PC again; written down",
    input: z.strictObject({ request, ...keyUse }),
    /** For the PC that asked; to anybody else it is noise. */
    output: z.strictObject({ answer: z.string() }),
    callers: "dpo",
  },
} as const satisfies Record<string, InboxProcedure>;
