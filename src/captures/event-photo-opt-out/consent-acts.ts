import { z } from "zod";
import { eventId, purposeId, staffId } from "../../contract/ids.ts";
import { signature } from "../drawn-signature.ts";

/** Longest name, in characters. */
export const nameLimit = 120;

/** Whose word it is. To refuse for a child a guardian's word is enough. */
export const saidBy = z.enum(["person", "guardian"]);

/** s.20: an age band instead of a birth date, which is more than is needed. */
const ageBand = z.enum(["adult", "over-10-under-20", "up-to-10"]);

const guardian = z.strictObject({
  name: z.string().max(nameLimit),
  relation: z.enum(["parent", "guardian-by-court", "other-holder-of-parental-power"]),
  signature,
});

/** Where a picture with the person in focus is shown. */
export const shownPlaces = ["social-media", "website", "shop", "print"] as const;
export const shownPlace = z.enum(shownPlaces);

/**
 * s.19: a yes to being shown in focus, for the places that were ticked. It holds no marks, since it outlives
 * the event: see `recognise`.
 */
export const photoConsent = z.strictObject({
  act: z.literal("photo-consent"),
  event: eventId,
  name: z.string().max(nameLimit),
  ageBand,
  guardian: guardian.nullable(),
  purpose: purposeId,
  shownAt: z.array(shownPlace).min(1).max(shownPlaces.length),
  /** The person's own; null where a guardian signs for them. */
  signature: signature.nullable(),
});

/** Takes a consent back, as easily as it was given. `amends` names it where it is known on this device. */
export const photoWithdrawal = z.strictObject({
  act: z.literal("photo-withdrawal"),
  event: eventId,
  /** What the consent can be found by elsewhere. */
  name: z.string().max(nameLimit).nullable(),
  /** Receipts that the person showed, in normal form. */
  receipts: z.array(z.string().max(20)).max(10),
  scope: z.union([z.literal("all"), z.array(shownPlace).min(1).max(shownPlaces.length)]),
  saidBy,
  means: z.discriminatedUnion("how", [
    z.strictObject({ how: z.literal("signature"), signature }),
    z.strictObject({ how: z.literal("spoken"), attestedBy: staffId }),
  ]),
});
