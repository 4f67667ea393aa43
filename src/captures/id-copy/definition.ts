import { type AttachmentMark, attachmentMark } from "../../contract/attachment.ts";
import {
  defineCapture,
  type GroupedCapture,
  type SearchKeys,
  type SubjectSummary,
} from "../define-capture.ts";
import { type Payload, payload } from "./payload.ts";
import { foldRefunds } from "./refund-fold.ts";
import { checkRules, findSubjectId } from "./rules.ts";

/** A refund or an owed gift, who was seen to get it, and what became of the copies of their document. */
export const idCopy = defineCapture<Payload>({
  kind: "id-copy",
  version: 1,
  payload,
  upcasts: {},
  roles: ["counter", "manager"],
  // s.23: told before anything of the document is written down.
  needsNotice: (item) => item.act === "refund" && item.evidence.how !== "not-needed",
  checkRules,
  searchKeys,
  subject,
  urgency: () => "ordinary",
  retention: () => "refund",
  takeOut: (item, reason) =>
    item.act === "void" ? null : { act: "void", subject: findSubjectId(item), reason },
  review: (item) => (item.act === "refund" && item.evidence.how === "copied" ? ["id-copy"] : []),
  isStillNeeded,
  attachment: {
    purpose: () => "refund-id-copy",
    read: readCopyMark,
    write: attachCopy,
  },
});

/** A refund that is open, or a copy on paper that lies there. */
function isStillNeeded(group: readonly GroupedCapture[]): boolean {
  const acts = group.map(({ header, payload: item }) => ({ ...header, payload: item as Payload }));
  const { refunds, strayPapers } = foldRefunds(acts);
  const papers = [...refunds.flatMap((refund) => refund.papers), ...strayPapers];
  return (
    refunds.some(({ closedOn }) => closedOn === null) ||
    papers.some(({ shredded }) => shredded === null)
  );
}

function searchKeys(item: Payload): SearchKeys {
  return { phone: [], email: [], member: [], receipt: [], name: listNames(item) };
}

function listNames(item: Payload): string[] {
  if (item.act !== "refund" && item.act !== "correct") return [];
  const { subject: who } = item;
  return who.is === "person" ? [who.name.trim()] : [who.name.trim(), who.director.trim()];
}

function subject(item: Payload): SubjectSummary | null {
  const id = findSubjectId(item);
  if (id === null) return null;
  const isNamed = item.act === "refund" || item.act === "correct";
  return { id, name: isNamed ? item.subject.name : null };
}

function readCopyMark(item: unknown): AttachmentMark | null {
  if (!isRecord(item) || item.act !== "refund" || !isRecord(item.evidence)) return null;
  return attachmentMark.safeParse(item.evidence.attachment).data ?? null;
}

/** A payload of another form is handed on as it is, for the schema to refuse. */
function attachCopy(item: unknown, mark: AttachmentMark): unknown {
  if (!isRecord(item) || !isRecord(item.evidence)) return item;
  return { ...item, evidence: { ...item.evidence, attachment: mark } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
