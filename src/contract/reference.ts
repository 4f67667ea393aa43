import { z } from "zod";
import { bilingual } from "./bilingual.ts";
import { copyRules, sealingKey } from "./copy-rules.ts";
import { restriction } from "./erasure.ts";
import { event, eventSettings } from "./event.ts";
import { branchId, channelId, type language, noticeId, purposeId, role, staffId } from "./ids.ts";
import { pendingRules } from "./pending-rules.ts";
import { rightsSettings } from "./rights.ts";
import { updatePolicy } from "./update-policy.ts";

/** The controller, as every notice, receipt and letter names it. */
export const controller = z.strictObject({
  name: bilingual,
  address: bilingual.nullable(),
  dpoEmail: z.email(),
  website: z.string().nullable(),
});

export const branch = z.strictObject({
  id: branchId,
  name: bilingual,
  /** The brand on the shop's sign. */
  brand: z.enum(["BIG Camera", "POP Print", "Wonder Photo Shop"]),
});
export type Branch = z.infer<typeof branch>;

/** A PIN as scrypt made it (RFC 7914); never the PIN. Salt and hash are base64url. */
export const pinHash = z.strictObject({
  salt: z.string(),
  hash: z.string(),
  N: z.literal(131_072),
  r: z.literal(8),
  p: z.literal(1),
});
export type PinHash = z.infer<typeof pinHash>;

export const staffMember = z.strictObject({
  id: staffId,
  name: bilingual,
  roles: z.array(role).min(1),
  branch: branchId,
  pin: pinHash,
  /** Rises when head office unlocks the person or gives a new PIN: wrong tries before it no longer count. */
  pinVersion: z.int().positive(),
});
export type StaffMember = z.infer<typeof staffMember>;

/** How the company may get in touch. `contact` is the detail this channel needs. */
export const channel = z.strictObject({
  id: channelId,
  name: bilingual,
  contact: z.enum(["phone", "email", "line", "address"]),
  order: z.int(),
});
export type Channel = z.infer<typeof channel>;

/** A purpose that rests on consent (s.19): asked by itself, refusable with no effect on the sale. */
export const purpose = z.strictObject({
  id: purposeId,
  name: bilingual,
  /** The question as it is read aloud to the customer. */
  question: bilingual,
  /** What follows from yes, and from taking it back. */
  consequence: bilingual,
  /** Whether the person chooses channels for it. */
  usesChannels: z.boolean(),
  /** Whether a member's "member benefit" basis may cover it. */
  memberBenefit: z.boolean(),
  order: z.int(),
});
export type Purpose = z.infer<typeof purpose>;

/** A privacy notice: its exact words per language, hashed as `readNotice` reads them. */
export const notice = z.strictObject({
  id: noticeId,
  version: z.int().positive(),
  /** ISO date, Gregorian. */
  effectiveFrom: z.iso.date(),
  title: bilingual,
  /** Paragraphs in reading order: heading and body. */
  sections: z.array(z.strictObject({ heading: bilingual, body: bilingual })).min(1),
});
export type Notice = z.infer<typeof notice>;

/** The words of one notice in one language, in reading order: what its hash is taken over. */
export function readNotice(item: Notice, spoken: z.infer<typeof language>): string {
  const paragraphs = item.sections.map(
    (section) => `${section.heading[spoken]}\n${section.body[spoken]}`,
  );
  return [`${item.title[spoken]} (${item.id} v${item.version})`, ...paragraphs].join("\n\n");
}

/** What head office decides for all its shops. */
export const settings = z.strictObject({
  /** The DPO's decision: on what basis members get news. */
  memberBasis: z.enum(["member-benefit", "consent"]),
  /** Minutes without a touch until the desk locks. */
  idleLockMinutes: z.int().min(1).max(60),
  /** The notice that is read before a marketing consent. */
  marketingNotice: noticeId,
});

/** How long a shop's PC keeps what head office has. */
export const deskRetention = z.strictObject({
  /** Days after the last thing that was taken about a person. */
  days: z.int().min(7).max(3650),
});
export type DeskRetention = z.infer<typeof deskRetention>;

/** In force until head office says otherwise. */
export const usualDeskRetention: DeskRetention = { days: 90 };

/** Everything a desk needs from head office to work with no line. */
export const reference = z.strictObject({
  controller,
  branch,
  branches: z.array(branch),
  purposes: z.array(purpose),
  channels: z.array(channel),
  notices: z.array(notice),
  settings,
  /** Null until head office has sent them: then no refund is taken. */
  copyRules: copyRules.nullable().default(null),
  /** Events that this branch works; none where head office is older than they are. */
  events: z.array(event).default([]),
  /** Null: head office has not set any, and `defaultEventSettings` holds. */
  eventSettings: eventSettings.nullable().default(null),
  /** Null while head office has not sent any: see `usualRightsSettings`. */
  rightsSettings: rightsSettings.nullable().default(null),
  /** People whose data is not to be used; none where head office is older than they are. */
  restrictions: z.array(restriction).default([]),
  /** Null while head office has not sent any: see `usualDeskRetention`. */
  deskRetention: deskRetention.nullable().default(null),
  /** Null while head office has not sent any: see `usualPendingRules`. */
  pendingRules: pendingRules.nullable().default(null),
  /** Null: head office says nothing on versions. */
  updatePolicy: updatePolicy.nullable().default(null),
  /** What a PC seals its own keys to. Null: head office has published none, and a PC that loses them stays shut. */
  recoveryKey: sealingKey.nullable().default(null),
});
export type Reference = z.infer<typeof reference>;
