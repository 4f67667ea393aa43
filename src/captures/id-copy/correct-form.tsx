import { useState } from "react";
import type { CopyRules } from "../../contract/copy-rules.ts";
import type { Failure, IssueCode } from "../../contract/failure.ts";
import type { Language } from "../../contract/ids.ts";
import type { SignedIn } from "../../contract/ipc.ts";
import type { Reference } from "../../contract/reference.ts";
import { Banner } from "../../ui/banner.tsx";
import { FormFrame } from "../../ui/form-frame.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { type CorrectValues, makeCorrection, startCorrection } from "./correct-values.ts";
import { ExceptionPart } from "./exception-part.tsx";
import { type Correct, limits, type Refund } from "./payload.ts";
import { RecipientSection } from "./recipient-section.tsx";
import { sayRefundFailure } from "./refund-failure.ts";
import { findCorrectionFaults, placeRefundIssue, type RefundField } from "./refund-faults.ts";
import type { Manager, RefundPart } from "./refund-part.ts";
import { needsManager } from "./refund-values.ts";
import { SaleSection } from "./sale-section.tsx";
import { idCopyText } from "./text.ts";

type CorrectRefundFormProps = {
  /** As last corrected. */
  refund: Refund;
  number: string;
  rules: CopyRules;
  reference: Reference;
  staff: SignedIn;
  /** Managers who could stand for an exception. */
  managers: readonly Manager[];
  language: Language;
  onSave(correction: Correct): Promise<Failure | null>;
  /** Takes a manager's PIN for this very correction; the answer is their id, null: left without. */
  onVouch(): Promise<string | null>;
  onClose(): void;
  describeFailure(failure: Failure): string;
  describeIssue(code: IssueCode, limit?: number): string;
};

/** Puts right who gets what, how and why. What shows who got it stays as it was taken. */
export function CorrectRefundForm(props: CorrectRefundFormProps) {
  const { refund, rules, reference, staff, language } = props;
  const words = idCopyText[language];
  const [values, setValues] = useState<CorrectValues>(() => startCorrection(refund, language));
  const [attempt, setAttempt] = useState(0);
  const [isSaving, setSaving] = useState(false);
  const [failed, setFailed] = useState<Failure | null>(null);
  const refused = failed?.code === "refused" ? failed.issues : [];
  const own = findCorrectionFaults(values, refund, rules, reference, staff);
  const theirs = refused.flatMap((issue) => {
    const field = placeRefundIssue(issue);
    return field && own.every((one) => one.field !== field) ? [{ field, code: issue.code }] : [];
  });
  const faults: typeof own = [...own, ...theirs];

  function set(changed: Partial<CorrectValues>): void {
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
    setFailed(await props.onSave(makeCorrection(values, rules, refund)));
    setSaving(false);
  }
  async function vouch(): Promise<void> {
    const manager = await props.onVouch();
    if (manager !== null) set({ manager });
  }

  const part: RefundPart = { words, language, values, set, errorOf };
  return (
    <FormFrame
      title={words.correct.title}
      subtitle={props.number}
      saveLabel={words.correct.save}
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
      <Banner tone="info" announced={false}>
        {words.correct.note}
      </Banner>
      <SaleSection {...part} rules={rules} />
      <RecipientSection {...part} />
      <FormSection title={words.correct.proof}>
        <p>{words.correct.kept[refund.evidence.how]}</p>
        {needsManager(values, rules) && (
          <ExceptionPart {...part} managers={props.managers} onVouch={() => void vouch()} />
        )}
      </FormSection>
      <FormSection title={words.correct.why}>
        <div data-field="correction">
          <TextArea
            label={words.correct.why}
            value={values.correction}
            onChange={(correction) => set({ correction })}
            maxLength={limits.reason}
            rows={2}
            error={errorOf("correction")}
          />
        </div>
      </FormSection>
    </FormFrame>
  );
}
