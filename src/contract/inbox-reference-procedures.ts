import { z } from "zod";
import { bilingual } from "./bilingual.ts";
import { copyRules, sealingKey } from "./copy-rules.ts";
import { event, eventSettings } from "./event.ts";
import { branchId, channelId, deviceId, moment, noticeId, purposeId, staffId } from "./ids.ts";
import { type InboxProcedure, nothing } from "./inbox-procedure.ts";
import { pendingRules } from "./pending-rules.ts";
import {
  branch,
  channel,
  controller,
  deskRetention,
  notice,
  purpose,
  settings,
  staffMember,
} from "./reference.ts";
import { rightsSettings } from "./rights.ts";
import { updatePolicy } from "./update-policy.ts";

/** A member of staff without the hash of the PIN. */
export const rosterMember = staffMember.omit({ pin: true, pinVersion: true });
export type RosterMember = z.infer<typeof rosterMember>;

/** What head office has published, as it stands. */
export const published = z.strictObject({
  controller: controller.nullable(),
  settings: settings.nullable(),
  branches: z.array(branch),
  purposes: z.array(purpose),
  channels: z.array(channel),
  /** All versions, the newest of each first. */
  notices: z.array(notice),
  staff: z.array(rosterMember),
  events: z.array(event),
  rightsSettings,
  eventSettings,
  deskRetention,
  pendingRules,
  updatePolicy,
  /** Null: none was published, so a PC that loses its keys stays shut. */
  recoveryKey: sealingKey.nullable(),
  /** Null: none were published, so no refund is taken. */
  copyRules: copyRules.nullable(),
  /** The shops' day, ISO. */
  today: z.iso.date(),
});
export type Published = z.infer<typeof published>;

export const listedDevice = z.strictObject({
  id: deviceId,
  number: z.int().positive(),
  branch: branchId,
  name: z.string(),
  enrolledAt: moment,
  lastSeenAt: moment.nullable(),
  revokedAt: moment.nullable(),
  /** When it said, revoked, that it had handed over all that it could; null: it has not. */
  leftAt: moment.nullable(),
  /** Captures that came after it was revoked. */
  sinceRevoked: z.int().nonnegative(),
  /** Captures here, and the highest number of its chain: fewer means that some are still on the way. */
  captures: z.int().nonnegative(),
  highest: z.int().nonnegative(),
});
export type ListedDevice = z.infer<typeof listedDevice>;

const deviceChain = z.strictObject({
  accepted: z.int().nonnegative(),
  refused: z.int().nonnegative(),
  highest: z.int().nonnegative(),
  gaps: z.array(z.strictObject({ from: z.int(), to: z.int() })),
  broken: z.array(z.int()),
  conflicts: z.int().nonnegative(),
});

const pinOnce = z.strictObject({ pin: z.string().regex(/^\d{6}$/) });
const words = bilingual.extend({
  th: z.string().trim().min(1).max(4000),
  en: z.string().trim().min(1).max(4000),
});
const shortWords = bilingual.extend({
  th: z.string().trim().min(1).max(200),
  en: z.string().trim().min(1).max(200),
});

export const noticeDraft = z.strictObject({
  id: noticeId,
  effectiveFrom: notice.shape.effectiveFrom,
  title: shortWords,
  sections: z
    .array(z.strictObject({ heading: shortWords, body: words }))
    .min(1)
    .max(40),
});
export type NoticeDraft = z.infer<typeof noticeDraft>;

/** What head office publishes to the desks: read by either role, changed by the DPO. */
export const inboxReferenceProcedures = {
  "reference.read": {
    summary: "All that is published",
    input: nothing,
    output: published,
    callers: "signed-in",
  },
  "notices.publish": {
    summary: "Publish the next version of a notice; what is published is never edited",
    input: noticeDraft,
    output: z.strictObject({ version: z.int().positive() }),
    callers: "dpo",
  },
  "purposes.save": {
    summary: "Add a purpose or change its words",
    input: purpose.extend({ name: shortWords, question: words, consequence: words }),
    output: nothing,
    callers: "dpo",
  },
  "purposes.remove": {
    summary: "Ask for a purpose no more",
    input: z.strictObject({ id: purposeId }),
    output: nothing,
    callers: "dpo",
  },
  "channels.save": {
    summary: "Add a channel or change its words",
    input: channel.extend({ name: shortWords }),
    output: nothing,
    callers: "dpo",
  },
  "channels.remove": {
    summary: "Offer a channel no more",
    input: z.strictObject({ id: channelId }),
    output: nothing,
    callers: "dpo",
  },
  "branches.save": {
    summary: "Add a branch or change it",
    input: branch.extend({ name: shortWords }),
    output: nothing,
    callers: "dpo",
  },
  "settings.save": {
    summary: "Decide for all shops: the members' basis, the idle lock, the marketing notice",
    input: settings,
    output: nothing,
    callers: "dpo",
  },
  "controller.save": {
    summary: "Name the controller as notices, receipts and letters do",
    input: controller.extend({ name: shortWords, address: words.nullable() }),
    output: nothing,
    callers: "dpo",
  },
  "rightsSettings.save": {
    summary: "Decide about requests: footage, reminders, copies, the authority",
    input: rightsSettings,
    output: nothing,
    callers: "dpo",
  },
  "retention.save": {
    summary:
      "Days until copies of ID documents, what recognises people at events, and what a shop's PC keeps, go",
    input: z.strictObject({
      copyDays: copyRules.shape.daysKept.nullable(),
      eventDays: eventSettings.shape.purgeAfterDays,
      deskDays: deskRetention.shape.days,
    }),
    output: nothing,
    callers: "dpo",
  },
  "pendingRules.save": {
    summary: "When what waits in a shop is late, and what a manager looks at before it is sent",
    input: pendingRules,
    output: nothing,
    callers: "dpo",
  },
  "updatePolicy.save": {
    summary:
      "Which branches get a version early, the oldest that may work, and what no desk installs",
    input: updatePolicy,
    output: nothing,
    callers: "dpo",
  },
  "recoveryKey.save": {
    summary: "The public half of the key that every PC seals its own keys to",
    input: sealingKey,
    output: nothing,
    callers: "dpo",
  },
  "staff.add": {
    summary: "Take a person onto a branch's roster; the PIN is told this once",
    input: rosterMember.extend({ name: shortWords }),
    output: pinOnce,
    callers: "dpo",
  },
  "staff.change": {
    summary: "Change a person's name, roles or branch; the PIN stays",
    input: rosterMember.extend({ name: shortWords }),
    output: nothing,
    callers: "dpo",
  },
  "staff.remove": {
    summary: "Take a person off the roster",
    input: z.strictObject({ id: staffId }),
    output: nothing,
    callers: "dpo",
  },
  "staff.resetPin": {
    summary: "Give a person another PIN, told this once",
    input: z.strictObject({ id: staffId }),
    output: pinOnce,
    callers: "dpo",
  },
  "staff.unlock": {
    summary: "Let a person who was locked out try again with the same PIN",
    input: z.strictObject({ id: staffId }),
    output: nothing,
    callers: "dpo",
  },
  "devices.list": {
    summary: "All devices and what of theirs is here",
    input: nothing,
    output: z.strictObject({ devices: z.array(listedDevice) }),
    callers: "signed-in",
  },
  "devices.readChain": {
    summary: "How whole the chain of one device is",
    input: z.strictObject({ id: deviceId }),
    output: deviceChain,
    callers: "signed-in",
  },
  "devices.issueCode": {
    summary: "A one-time code for one PC of a branch, told this once",
    input: z.strictObject({ branch: branchId }),
    output: z.strictObject({ code: z.string(), expiresAt: moment }),
    callers: "dpo",
  },
  "devices.revoke": {
    summary: "Take a device out of use: it may hand over what it holds, and no more",
    input: z.strictObject({ id: deviceId }),
    output: nothing,
    callers: "dpo",
  },
} as const satisfies Record<string, InboxProcedure>;
