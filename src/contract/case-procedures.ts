import { z } from "zod";
import { caseState, publishedCase } from "./case.ts";
import { captureId } from "./ids.ts";
import { right } from "./rights.ts";
import { storedCapture } from "./stored-capture.ts";

/** One case as the list shows it. */
export const caseRow = z.strictObject({
  /** The capture that began it. */
  id: captureId,
  number: z.string(),
  /** Null: a letter of an authority. */
  right: right.nullable(),
  person: z.string().nullable(),
  receivedOn: z.iso.date(),
  /** A pause that lasts moves it on every day. */
  dueOn: z.iso.date(),
  /** Below zero: overdue. */
  daysLeft: z.int(),
  clockDoubtful: z.boolean(),
  state: caseState,
  holdsFootage: z.boolean(),
  openQuestions: z.int().nonnegative(),
  /** There is a result that the customer fetches here. */
  waitsAtShop: z.boolean(),
});
export type CaseRow = z.infer<typeof caseRow>;

/** Requests taken here or published to this branch. */
export const caseProcedures = {
  /** All that are not voided: open ones by urgency and days left, then closed ones, newest first. */
  "cases.list": { input: z.undefined(), output: z.array(caseRow), callers: ["counter", "manager"] },
  "cases.read": {
    input: z.strictObject({ id: captureId }),
    output: z.strictObject({
      /** What this PC has of it, oldest first; empty where another PC of the branch took it. */
      captures: z.array(storedCapture),
      published: publishedCase.nullable(),
    }),
    callers: ["counter", "manager"],
  },
} as const;
