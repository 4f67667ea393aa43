import { z } from "zod";
import { branchId, deviceId, moment, sha256Hex } from "./ids.ts";

const nothing = z.undefined();
const count = z.int().nonnegative();

/** A PC by the word of the file that it wrote: nothing proves it. */
const courierOrigin = z.strictObject({ branch: branchId, deviceNumber: z.int().positive() });
export type CourierOrigin = z.infer<typeof courierOrigin>;

/** Bundles that one PC gave this one to carry, as they stand. */
const carriedBundles = z.strictObject({
  /** Of one of them. */
  id: sha256Hex,
  device: deviceId,
  from: courierOrigin.nullable(),
  state: z.enum(["waiting", "refused"]),
  bundles: z.int().positive(),
  bytes: count,
  takenAt: moment,
  tries: count,
  /** A line's trouble, or why head office refuses it. */
  reason: z.string().nullable(),
});
export type CarriedBundles = z.infer<typeof carriedBundles>;

export const courierStanding = z.strictObject({
  /** Head office's own key has come: without it nothing can be written or believed. */
  hasKey: z.boolean(),
  toGo: z.strictObject({
    captures: count,
    pictures: count,
    /** Before it is packed, about. */
    bytes: count,
    /** Captures that stay, since a manager has not let them go. */
    held: count,
    /** What head office refused stays too. */
    parked: count,
  }),
  carried: z.array(carriedBundles),
  /** Answers for other PCs, to be written for the way back. */
  answers: count,
});
export type CourierStanding = z.infer<typeof courierStanding>;

export const courierTaken = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("to-head-office"),
    from: courierOrigin.nullable(),
    taken: count,
    /** Taken in before. */
    known: count,
    /** This PC's own. */
    own: count,
    damaged: count,
    /** There was no room for so many. */
    full: count,
  }),
  z.strictObject({
    kind: z.literal("from-head-office"),
    /** Captures and pictures that are complete by it, and that head office refused. */
    completed: count,
    setAside: count,
    /** Answers for this PC that were taken in before. */
    known: count,
    /** Answers for other PCs. */
    others: count,
    /** Answers that are not head office's, are damaged, or are to nothing that this PC wrote. */
    damaged: count,
  }),
]);
export type CourierTaken = z.infer<typeof courierTaken>;

/** Files on a stick, for places with no line. */
export const courierProcedures = {
  "courier.read": { input: nothing, output: courierStanding, callers: ["manager"] },
  /** Writes all that head office does not have into a file. Nothing counts as sent by it. */
  "courier.save": {
    input: nothing,
    output: z.strictObject({ path: z.string(), captures: count, pictures: count }),
    callers: ["manager"],
  },
  /** Takes in a file: another PC's, to be carried on, or head office's answers. */
  "courier.take": { input: nothing, output: courierTaken, callers: ["manager"] },
  "courier.saveAnswers": {
    input: nothing,
    output: z.strictObject({ path: z.string(), answers: count }),
    callers: ["manager"],
  },
  /** Forgets a PC's bundles that head office refused. */
  "courier.drop": {
    input: z.strictObject({ device: deviceId }),
    output: nothing,
    callers: ["manager"],
  },
} as const;
