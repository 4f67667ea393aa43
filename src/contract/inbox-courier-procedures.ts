import { z } from "zod";
import { bundleRefusals, courierAnswer, courierBundle } from "./courier.ts";
import { branchId, deviceId, moment } from "./ids.ts";
import { type InboxProcedure, nothing } from "./inbox-procedure.ts";

const count = z.int().nonnegative();

/** Whose a bundle is. */
const bundleMaker = z.strictObject({
  id: deviceId,
  number: z.int().positive(),
  name: z.string(),
  branch: branchId,
  revoked: z.boolean(),
});
export type BundleMaker = z.infer<typeof bundleMaker>;

/** Captures by verdict, pieces of pictures, and requests that nobody could read. */
const bundleCounts = { accepted: count, had: count, refused: count, pieces: count, unread: count };

export const takenBundle = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("taken"),
    maker: bundleMaker,
    ...bundleCounts,
    answer: courierAnswer,
  }),
  z.strictObject({
    state: z.literal("refused"),
    reason: z.enum(bundleRefusals),
    /** Null: it is not known whose it is. */
    maker: bundleMaker.nullable(),
  }),
]);
export type TakenBundle = z.infer<typeof takenBundle>;

/** What came of one device in one file, or by one bearer on one day. */
const courierArrival = z.strictObject({
  lastAt: moment,
  maker: bundleMaker,
  /** Who took a file in, or the device that brought it. */
  by: z.discriminatedUnion("who", [
    z.strictObject({ who: z.literal("account"), name: z.string() }),
    z.strictObject({ who: z.literal("device"), name: z.string(), number: z.int().positive() }),
  ]),
  bundles: count,
  ...bundleCounts,
});
export type CourierArrival = z.infer<typeof courierArrival>;

/** At most so many arrivals are listed. */
export const arrivalsListed = 50;

export const inboxCourierProcedures = {
  "courier.take": {
    summary: "Take in one bundle of a courier file; written down once for each file and device",
    input: z.strictObject({
      /** Made by the page for each time that a file is taken in. */
      file: z.uuid(),
      bundle: courierBundle,
    }),
    output: takenBundle,
    callers: "dpo",
  },
  "courier.list": {
    summary: "What came by courier lately, newest first",
    input: nothing,
    output: z.strictObject({ arrivals: z.array(courierArrival).max(arrivalsListed) }),
    callers: "signed-in",
  },
} as const satisfies Record<string, InboxProcedure>;
