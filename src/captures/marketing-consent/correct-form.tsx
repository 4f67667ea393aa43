import { useState } from "react";
import { Banner } from "../../ui/banner.tsx";
import { FormFrame } from "../../ui/form-frame.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import type { CaptureFormProps } from "../capture-form.ts";
import { listCorrectable, makeCorrection } from "./amend-payload.ts";
import { ContactFields } from "./contact-section.tsx";
import { listFaults } from "./fault-names.ts";
import { findCorrectIssues } from "./field-issues.ts";
import { type CorrectValues, correctValues, startDetails } from "./form-values.ts";
import { useKeptForm } from "./kept-form.tsx";
import { findCorrectable, foldRecord } from "./person-record.ts";
import { PersonFields } from "./person-section.tsx";
import { marketingConsentText } from "./text.ts";

/** Puts right who the person is or how to reach them. The answers stay as they were given. */
export function CorrectForm(props: CaptureFormProps) {
  const { reference, language, person, staff } = props;
  const words = marketingConsentText[language];
  const [target] = useState(() => person && findCorrectable(person));
  const [known] = useState(() => (person && foldRecord(person).details) ?? null);

  const form = useKeptForm<CorrectValues>({
    props,
    schema: correctValues,
    start: () => ({ ...startDetails(known, ""), ageBand: known?.ageBand ?? null, reason: "" }),
    find: (values) =>
      target ? findCorrectIssues(values, target.decision, reference, staff.staff) : [],
    make: async (values) => {
      if (!target) throw new Error("nothing to put right");
      return {
        payload: makeCorrection(values, target.decision, reference),
        amends: target.capture,
        notice: null,
      };
    },
  });
  const { values, set, errorOf, leave } = form;
  const tools = { words, errorOf, leave };
  const needed = new Map(
    target ? listCorrectable(target.decision, reference).map((key) => [key, []] as const) : [],
  );

  return (
    <FormFrame
      title={words.frame.correct}
      subtitle={known?.name}
      saveLabel={words.frame.save}
      closeLabel={words.frame.close}
      isSaving={form.isSaving}
      onSave={form.save}
      onClose={props.onClose}
      failure={form.failure ?? (target ? null : words.issues["nothing-to-amend"])}
      faults={listFaults(form, reference, language)}
    >
      {form.isResumed && <Banner tone="info">{words.frame.resumed}</Banner>}
      <FormSection title={words.person.heading} description={words.correction.note}>
        <PersonFields {...tools} autoFocus values={values} onChange={set} />
        <ContactFields
          {...tools}
          language={language}
          reference={reference}
          values={values}
          onChange={set}
          needed={needed}
          known={known?.contacts ?? null}
        />
        <div data-field="reason">
          <TextArea
            label={words.correction.reason}
            value={values.reason}
            onChange={(reason) => set({ reason })}
            onBlur={() => leave("reason")}
            rows={2}
            error={errorOf("reason")}
          />
        </div>
      </FormSection>
    </FormFrame>
  );
}
