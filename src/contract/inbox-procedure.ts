import { z } from "zod";

/** What an account of head office may do: the DPO acts, a viewer reads. */
export const accountRole = z.enum(["dpo", "viewer"]);
export type AccountRole = z.infer<typeof accountRole>;

/** Who may call a procedure of the inbox: `signed-in` is either role. */
export type InboxCallers = "anyone" | "signed-in" | "dpo";

export type InboxProcedure = {
  /** For the API's description. */
  summary: string;
  input: z.ZodType;
  output: z.ZodType;
  callers: InboxCallers;
};

/** An input or output that says nothing. */
export const nothing = z.strictObject({});
