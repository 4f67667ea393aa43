import { z } from "zod";
import { noticeShown } from "./envelope.ts";
import { captureId, moment } from "./ids.ts";
import { pictureBytes } from "./refund-procedures.ts";

const nothing = z.undefined();
const anyDesk = ["counter", "event", "manager"] as const;

/**
 * The short-lived window in which a picture of an event is taken and cut. The desk's page begins it and is
 * answered when the window is gone; task, keep and leave are the window's own.
 */
export const eventPictureProcedures = {
  "eventPicture.begin": {
    input: z.strictObject({
      request: z.uuid(),
      /** The capture as its form made it, all but the picture. */
      payload: z.record(z.string(), z.unknown()),
      amends: captureId,
      notice: noticeShown.nullable(),
      /** The receipt number of what the picture belongs to. */
      number: z.string().max(20),
    }),
    /** Null: the window was left without a picture. */
    output: z
      .strictObject({ id: captureId, receiptNumber: z.string(), capturedAt: moment })
      .nullable(),
    callers: anyDesk,
  },
  "eventPicture.task": {
    input: nothing,
    output: z.strictObject({
      purpose: z.enum(["event-reference", "take-down"]),
      number: z.string(),
      /** Most bytes of the finished picture. */
      limit: z.int().positive(),
    }),
    callers: anyDesk,
  },
  "eventPicture.keep": {
    input: z.strictObject({ picture: pictureBytes }),
    output: nothing,
    callers: anyDesk,
  },
  "eventPicture.leave": { input: nothing, output: nothing, callers: anyDesk },
} as const;
