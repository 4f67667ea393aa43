import { Banner } from "../../ui/banner.tsx";
import { FormFrame } from "../../ui/form-frame.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { formatMoment } from "../../ui/thai-date.tsx";
import type { CaptureFormProps } from "../capture-form.ts";
import { makeVoid } from "./amend-payload.ts";
import { listFaults } from "./fault-names.ts";
import { findVoidIssues } from "./field-issues.ts";
import { type VoidValues, voidValues } from "./form-values.ts";
import { useKeptForm } from "./kept-form.tsx";
import { readStored } from "./person-record.ts";
import { nameAct } from "./receipt-content.ts";
import { marketingConsentText } from "./text.ts";

/** Takes out a capture that should not be there, with the reason; it stays as evidence. */
export function VoidForm(props: CaptureFormProps) {
  const { reference, language, person, staff, task } = props;
  const words = marketingConsentText[language];
  const wanted = task.task === "void" ? task.capture : null;
  const capture = person?.captures.find(({ header }) => header.id === wanted) ?? null;
  const target = capture && readStored(capture);

  const form = useKeptForm<VoidValues>({
    props,
    schema: voidValues,
    start: () => ({ reason: "" }),
    find: (values) => (target ? findVoidIssues(values.reason, target, reference, staff.staff) : []),
    make: async (values) => {
      if (!target) throw new Error("nothing to void");
      return { payload: makeVoid(target, values.reason), amends: wanted, notice: null };
    },
  });

  return (
    <FormFrame
      title={words.frame.void}
      subtitle={capture?.receiptNumber}
      saveLabel={words.voiding.save}
      closeLabel={words.frame.close}
      isSaving={form.isSaving}
      onSave={form.save}
      onClose={props.onClose}
      failure={form.failure ?? (target ? null : words.issues["nothing-to-amend"])}
      faults={listFaults(form, reference, language)}
    >
      {form.isResumed && <Banner tone="info">{words.frame.resumed}</Banner>}
      <FormSection title={words.voiding.which}>
        {capture && target && (
          <p className="text-lg">
            {words.acts[nameAct(target)]} · {capture.receiptNumber} ·{" "}
            {formatMoment(capture.header.capturedAt, language)}
          </p>
        )}
        <Banner tone="warning" announced={false}>
          {words.voiding.note}
        </Banner>
        <div data-field="reason">
          <TextArea
            autoFocus
            label={words.voiding.reason}
            value={form.values.reason}
            onChange={(reason) => form.set({ reason })}
            onBlur={() => form.leave("reason")}
            rows={2}
            error={form.errorOf("reason")}
          />
        </div>
      </FormSection>
    </FormFrame>
  );
}
