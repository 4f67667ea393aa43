import { z } from "zod";
import { copyRules } from "../contract/copy-rules.ts";
import {
  branch,
  channel,
  controller,
  type Notice,
  notice,
  purpose,
  settings,
} from "../contract/reference.ts";
import type { Publication } from "./change-log.ts";

/** Reference data as a file holds it: the same for every branch. */
export const referenceFile = z.strictObject({
  controller,
  branches: z.array(branch).min(1),
  channels: z.array(channel).min(1),
  purposes: z.array(purpose).min(1),
  notices: z.array(notice).min(1),
  settings,
});

/** What belongs to refunds and ID copies. */
export const copyRulesFile = z.strictObject({ copyRules, notices: z.array(notice).min(1) });

export type ReferenceFile = z.infer<typeof referenceFile>;

/** The file's content as what devices fetch, in an order in which nothing names what is yet to come. */
export function listPublications(file: ReferenceFile): Publication[] {
  const audience = null;
  return [
    { topic: "controller", key: "controller", value: file.controller, audience },
    ...file.branches.map(
      (value): Publication => ({ topic: "branch", key: value.id, value, audience }),
    ),
    ...file.channels.map(
      (value): Publication => ({ topic: "channel", key: value.id, value, audience }),
    ),
    ...file.purposes.map(
      (value): Publication => ({ topic: "purpose", key: value.id, value, audience }),
    ),
    ...file.notices.map(publishNotice),
    { topic: "settings", key: "settings", value: file.settings, audience },
  ];
}

/** The rules name a notice, which therefore goes first. */
export function listCopyPublications(file: z.infer<typeof copyRulesFile>): Publication[] {
  return [
    ...file.notices.map(publishNotice),
    { topic: "copy-rules", key: "copy-rules", value: file.copyRules, audience: null },
  ];
}

function publishNotice(value: Notice): Publication {
  return { topic: "notice", key: `${value.id}@${value.version}`, value, audience: null };
}
