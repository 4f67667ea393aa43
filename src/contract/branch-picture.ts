import { z } from "zod";
import { moment } from "./ids.ts";

const count = z.int().nonnegative();

/** What a desk tells of itself with each pull: counts and its version, nothing of anybody. */
export const deskStanding = z.object({
  waiting: count,
  held: count,
  parked: count,
  version: z.string().max(40),
});
export type DeskStanding = z.infer<typeof deskStanding>;

/** One device of a branch, as head office last heard of it. */
const branchDevice = z.strictObject({
  number: z.int().positive(),
  name: z.string(),
  isOwn: z.boolean(),
  lastSeenAt: moment.nullable(),
  /** Null: an older desk, which does not tell. */
  standing: deskStanding.nullable(),
});
export type BranchDevice = z.infer<typeof branchDevice>;

/** One of the shop's days. */
const branchDay = z.strictObject({
  day: z.iso.date(),
  /** Captures that were taken on it, as far as they have arrived. */
  taken: count,
  /** Captures that arrived on it. */
  sent: count,
  /** Minutes from taking to arriving of those that arrived on it: half of them took no longer. Null: none came. */
  usualDelay: count.nullable(),
  longestDelay: count.nullable(),
});
export type BranchDay = z.infer<typeof branchDay>;

/** How many days a picture of a branch covers, with today. */
export const branchDays = 30;

export const branchPicture = z.strictObject({
  devices: z.array(branchDevice).max(1000),
  /** Oldest first, each day once. */
  days: z.array(branchDay).length(branchDays),
});
export type BranchPicture = z.infer<typeof branchPicture>;

/** Not strict: what a later desk asks besides is passed over. */
export const branchRequest = z.object({});
export const branchAnswer = branchPicture.extend({ serverTime: moment });
