import type { StaffId, SubjectId } from "../../contract/ids.ts";
import type { Purpose, Reference } from "../../contract/reference.ts";
import { readEmail } from "../email-address.ts";
import { readPhone } from "../phone-number.ts";
import { chooseBasis } from "./answer-basis.ts";
import type { AskValues, DetailValues, MeansValues, Reply } from "./form-values.ts";
import type { Answer, Basis, Contacts, Decision, Means, Subject } from "./payload.ts";

export type ContactKey = keyof Contacts;

/** In the order in which the form asks for them. */
export const contactKeys = [
  "phone",
  "email",
  "line",
  "address",
] as const satisfies readonly ContactKey[];

/** Head office's purposes in the order in which they are asked. */
export function listPurposes(reference: Reference): Purpose[] {
  return reference.purposes.toSorted((a, b) => a.order - b.order);
}

/** Which contact details the channels said yes to need, each with those channels' ids. */
export function listNeededContacts(
  replies: Record<string, Reply>,
  reference: Reference,
): Map<ContactKey, string[]> {
  const needed = new Map<ContactKey, string[]>();
  for (const { id, usesChannels } of reference.purposes) {
    const given = replies[id];
    if (!usesChannels || given?.reply !== "yes") continue;
    for (const channel of reference.channels) {
      if (!given.channels.includes(channel.id)) continue;
      const users = needed.get(channel.contact) ?? [];
      if (!users.includes(channel.id)) needed.set(channel.contact, [...users, channel.id]);
    }
  }
  return needed;
}

/** Which contact details the yeses of a decision need. */
export function listNeededByAnswers(
  answers: readonly Answer[],
  reference: Reference,
): ContactKey[] {
  const used = answers.flatMap(({ answer, channel }) => (answer === "yes" ? [channel] : []));
  return contactKeys.filter((key) =>
    reference.channels.some(({ id, contact }) => contact === key && used.includes(id)),
  );
}

/** Whether any purpose was said yes to. */
export function saysYes(replies: Record<string, Reply>): boolean {
  return Object.values(replies).some(({ reply }) => reply === "yes");
}

/** s.20: under 20 a yes needs the holder of parental power as well; a no needs nobody. */
export function needsGuardian(values: Pick<AskValues, "ageBand" | "replies">): boolean {
  return values.ageBand !== null && values.ageBand !== "adult" && saysYes(values.replies);
}

/** Up to 10 years the holder of parental power answers alone: that signature is the act itself. */
export function guardianActsAlone(values: Pick<AskValues, "ageBand" | "replies">): boolean {
  return values.ageBand === "up-to-10" && needsGuardian(values);
}

/** Text as it was meant: no blanks around it, nothing instead of emptiness. */
export function tidy(text: string): string | null {
  return text.trim().replace(/\s+/g, " ") || null;
}

/** A contact in its stored form; what cannot be read stays as typed, so that the rules can name the fault. */
export function storeContact(key: ContactKey, typed: string): string | null {
  const text = tidy(typed);
  if (text === null) return null;
  if (key === "phone") {
    const read = readPhone(text);
    return read.ok ? read.e164 : text;
  }
  if (key === "email") {
    const read = readEmail(text);
    return read.ok ? read.email : text;
  }
  return text;
}

function pickContacts(values: DetailValues, keys: ReadonlySet<ContactKey>): Contacts {
  const pick = (key: ContactKey) => (keys.has(key) ? storeContact(key, values[key]) : null);
  return {
    phone: pick("phone"),
    email: pick("email"),
    line: pick("line"),
    address: pick("address"),
  };
}

/** The person as typed, with the named contacts and no others. An age band not given yet counts as adult. */
export function makeSubject(
  id: SubjectId,
  values: DetailValues,
  keys: ReadonlySet<ContactKey>,
): Subject {
  return {
    id,
    name: tidy(values.name),
    standing: values.standing,
    memberNumber: values.standing === "member" ? tidy(values.memberNumber) : null,
    ageBand: values.ageBand,
    contacts: pickContacts(values, keys),
  };
}

/** What was signed or attested; null while neither is there. */
export function makeMeans(values: MeansValues, staff: StaffId): Means | null {
  if (values.how === "spoken") return { how: "spoken", attestedBy: staff };
  if (values.how === "signature" && values.signature)
    return { how: "signature", signature: values.signature };
  return null;
}

function answerPurpose(
  item: Purpose,
  given: Reply | undefined,
  basis: Basis,
  reference: Reference,
): Answer[] {
  if (!given?.reply) return [];
  const { reply, channels } = given;
  if (!item.usesChannels) return [{ purpose: item.id, channel: null, answer: reply, basis }];
  // A channel that was not chosen is a no of its own: it ends a yes of an earlier day.
  return reference.channels.map(({ id }) => ({
    purpose: item.id,
    channel: id,
    answer: reply === "yes" && channels.includes(id) ? "yes" : "no",
    basis,
  }));
}

/** The decision as the form has it. Only complete when `findAskIssues` finds nothing. */
export function makeDecision(
  values: AskValues,
  reference: Reference,
  who: { subject: SubjectId; staff: StaffId },
): Decision {
  const guardian =
    needsGuardian(values) && values.guardianRelation && values.guardianSignature
      ? {
          name: tidy(values.guardianName) ?? "",
          relation: values.guardianRelation,
          signature: values.guardianSignature,
        }
      : null;
  const alone = guardianActsAlone(values) && guardian;
  const means = alone
    ? { how: "signature" as const, signature: alone.signature }
    : (makeMeans(values, who.staff) ?? { how: "spoken" as const, attestedBy: who.staff });
  return {
    act: "decision",
    subject: makeSubject(
      who.subject,
      values,
      new Set(listNeededContacts(values.replies, reference).keys()),
    ),
    guardian,
    collectionPoint: values.collectionPoint,
    answers: listPurposes(reference).flatMap((item) =>
      answerPurpose(
        item,
        values.replies[item.id],
        chooseBasis(item, values.standing, reference),
        reference,
      ),
    ),
    means,
  };
}
