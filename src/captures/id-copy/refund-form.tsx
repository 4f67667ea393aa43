import { useEffect, useRef, useState } from "react";
import type { CopyRules } from "../../contract/copy-rules.ts";
import type { NoticeShown } from "../../contract/envelope.ts";
import type { Failure, IssueCode } from "../../contract/failure.ts";
import type { Language, SubjectId } from "../../contract/ids.ts";
import type { SignedIn } from "../../contract/ipc.ts";
import type { Reference } from "../../contract/reference.ts";
import { Banner } from "../../ui/banner.tsx";
import { FormFrame } from "../../ui/form-frame.tsx";
import { keepAfterMs, readDraft } from "../form-draft.ts";
import { readShopDay } from "../shop-day.ts";
import { describeShown, findCurrentNotice, nameNotice } from "../shown-notice.ts";
import { EvidenceSection } from "./evidence-section.tsx";
import { NoticeSection } from "./notice-section.tsx";
import type { Evidence } from "./payload.ts";
import { RecipientSection } from "./recipient-section.tsx";
import { sayRefundFailure } from "./refund-failure.ts";
import {
  findRefundFaults,
  isNoticeNeeded,
  placeRefundIssue,
  type RefundFault,
  type RefundField,
} from "./refund-faults.ts";
import type { Manager, RefundPart } from "./refund-part.ts";
import {
  makeEvidence,
  makeRefund,
  nameHolder,
  type RefundStart,
  type RefundValues,
  refundValues,
  startRefund,
} from "./refund-values.ts";
import { SaleSection } from "./sale-section.tsx";
import { SightSection } from "./sight-section.tsx";
import { idCopyText } from "./text.ts";

/** A refund as the form hands it over. Without `evidence` a copy is to be made first. */
export type RefundHandover = {
  refund: RefundStart;
  evidence: Evidence | null;
  notice: NoticeShown | null;
  /** Whose document is copied. */
  holder: string;
};

export type RefundFormProps = {
  rules: CopyRules;
  reference: Reference;
  staff: SignedIn;
  /** Managers who could stand for an exception. */
  managers: readonly Manager[];
  language: Language;
  /** What was kept of this form before; null: begin anew. */
  draft: string | null;
  subject: SubjectId;
  onDraft(body: string): void;
  onHandOver(handover: RefundHandover): Promise<Failure | null>;
  /** Takes a manager's PIN for this very refund; the answer is their id, null: left without. */
  onVouch(): Promise<string | null>;
  onClose(): void;
  describeFailure(failure: Failure): string;
  describeIssue(code: IssueCode, limit?: number): string;
  now(): Date;
  hash(text: string): Promise<string>;
};

function readKept(body: string | null): RefundValues | null {
  const read = readDraft(refundValues, body);
  // A manager's word was for the request of then.
  return read && { ...read, manager: null };
}

/** A refund or an owed gift: what, to whom, and by which proof. */
export function RefundForm(props: RefundFormProps) {
  const { rules, reference, staff, language } = props;
  const words = idCopyText[language];
  const [kept] = useState(() => readKept(props.draft));
  const [values, setValues] = useState<RefundValues>(() => kept ?? startRefund(language));
  const [attempt, setAttempt] = useState(0);
  const [isSaving, setSaving] = useState(false);
  const [failed, setFailed] = useState<Failure | null>(null);
  const [refused, setRefused] = useState<RefundFault[]>([]);
  const notice = findCurrentNotice(reference.notices, rules.notice, readShopDay(props.now()));
  const shown = notice && nameNotice(notice, values.language);
  // Shown in other words than those in force now counts as not shown.
  const current = values.noticeShown === shown ? values : { ...values, noticeShown: null };
  const own = findRefundFaults(current, rules, reference, staff);
  const faults = [
    ...own,
    ...refused.filter(({ field }) => own.every((one) => one.field !== field)),
  ];

  useKeptDraft(values, attempt > 0 || isTouched(values, language), props.onDraft);

  function set(changed: Partial<RefundValues>): void {
    setRefused([]);
    setFailed(null);
    setValues((before) => ({ ...before, ...changed }));
  }
  function errorOf(field: RefundField): string | null {
    const fault = faults.find((one) => one.field === field);
    if (!fault) return null;
    const isLoud = fault.code === "card-number" || fault.code === "id-number";
    return attempt > 0 || isLoud ? props.describeIssue(fault.code, fault.limit) : null;
  }
  async function save(): Promise<void> {
    if (isSaving) return;
    setAttempt((before) => before + 1);
    if (own.length > 0) return;
    setSaving(true);
    setFailed(null);
    const failure = await props.onHandOver({
      refund: makeRefund(current, rules, props.subject),
      evidence: makeEvidence(current, staff.staff),
      notice:
        notice && isNoticeNeeded(current)
          ? await describeShown(notice, current.language, props.hash)
          : null,
      holder: nameHolder(current).trim(),
    });
    setSaving(false);
    if (failure) tell(failure);
  }
  function tell(failure: Failure): void {
    setFailed(failure);
    if (failure.code !== "refused") return;
    setRefused(
      failure.issues.flatMap((issue) => {
        const field = placeRefundIssue(issue);
        return field ? [{ field, code: issue.code }] : [];
      }),
    );
  }
  async function vouch(): Promise<void> {
    const manager = await props.onVouch();
    if (manager !== null) set({ manager });
  }

  const part: RefundPart = { words, language, values: current, set, errorOf };
  const isCopied = current.evidence === "copied";
  return (
    <FormFrame
      title={words.frame.title}
      saveLabel={isCopied ? words.frame.saveCopy : words.frame.save}
      closeLabel={words.frame.close}
      isSaving={isSaving}
      onSave={() => void save()}
      onClose={props.onClose}
      failure={sayRefundFailure(failed, { ...props, notSaved: words.frame.notSaved })}
      faults={
        attempt === 0
          ? null
          : {
              title: words.frame.faults,
              attempt,
              list: faults.map(({ field }) => ({ field, label: words.fields[field] })),
            }
      }
    >
      {kept && <Banner tone="info">{words.frame.resumed}</Banner>}
      <SaleSection {...part} rules={rules} />
      <RecipientSection {...part} />
      <EvidenceSection
        {...part}
        rules={rules}
        managers={props.managers}
        onVouch={() => void vouch()}
      />
      {isNoticeNeeded(current) && (
        <NoticeSection {...part} notice={notice} onTold={() => set({ noticeShown: shown })} />
      )}
      {current.evidence === "seen" && <SightSection {...part} />}
    </FormFrame>
  );
}

function isTouched(values: RefundValues, language: Language): boolean {
  return JSON.stringify(values) !== JSON.stringify(startRefund(language));
}

/** Keeps what is typed a moment after its last change, and at the latest when the form goes. */
function useKeptDraft(values: RefundValues, isWorth: boolean, keep: (body: string) => void): void {
  const latest = useRef({ values, isWorth, keep, kept: "" });
  useEffect(() => {
    Object.assign(latest.current, { values, isWorth, keep });
    const timer = setTimeout(() => write(latest.current), keepAfterMs);
    return () => clearTimeout(timer);
  });
  useEffect(() => () => write(latest.current), []);
}

function write(state: {
  values: RefundValues;
  isWorth: boolean;
  keep: (body: string) => void;
  kept: string;
}): void {
  const body = JSON.stringify(state.values);
  if (!state.isWorth || body === state.kept) return;
  state.kept = body;
  state.keep(body);
}
