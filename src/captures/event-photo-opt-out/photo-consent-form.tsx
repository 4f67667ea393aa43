import { useState } from "react";
import { defaultEventSettings } from "../../contract/event.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { FormFrame } from "../../ui/form-frame.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { SignatureField } from "../../ui/signature-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { TickGroup } from "../../ui/tick-group.tsx";
import { describeShown } from "../shown-notice.ts";
import { shownPlaces } from "./consent-acts.ts";
import { ageBands } from "./consent-choices.ts";
import {
  type ConsentField,
  type ConsentValues,
  formConsent,
  formRecognise,
  listLacks,
  needsGuardian,
  noConsent,
} from "./consent-values.ts";
import type { EventFormProps } from "./event-form.ts";
import { GuardianFields } from "./guardian-fields.tsx";
import { ClothingFields, TagField } from "./marks-fields.tsx";
import { formMarks, type MarksValues, noMarks } from "./marks-values.ts";
import { limits } from "./payload.ts";
import { findPhotoNotice } from "./photo-notice.ts";
import { SpokenNotice } from "./spoken-notice.tsx";
import { eventPhotoText } from "./text.ts";
import { useEventCapture } from "./use-event-capture.tsx";

/** A yes to being shown in focus: told first (s.23), then where it is shown, then signed (s.19, s.20). */
export function PhotoConsentForm(props: EventFormProps) {
  const { event, language, reference } = props;
  const words = eventPhotoText[language];
  const text = words.consent;
  const form = useEventCapture(props);
  const [values, setValues] = useState<ConsentValues>(noConsent);
  const [marks, setMarks] = useState<MarksValues>(noMarks);
  const [spoken, setSpoken] = useState(language);
  const [attempt, setAttempt] = useState(0);
  const notice = findPhotoNotice(event, reference, props.now());
  const { photoPurpose } = reference.eventSettings ?? defaultEventSettings;
  const purpose = reference.purposes.find(({ id }) => id === photoPurpose);
  const lacks = attempt > 0 ? listLacks(values) : [];

  function set(changed: Partial<ConsentValues>): void {
    setValues((before) => ({ ...before, ...changed }));
    form.touch();
  }
  const lackOf = (field: ConsentField) => (lacks.includes(field) ? words.issues.required : null);

  async function save(): Promise<void> {
    setAttempt((before) => before + 1);
    const payload = formConsent(event.id, photoPurpose, values);
    if (payload === null || notice === null) return;
    const saved = await form.save({
      payload,
      notice: await describeShown(notice, spoken, props.hash),
    });
    if (saved === null) return;
    const recognise = formRecognise(event.id, formMarks(marks, props.now()));
    // The consent stands without it: how to find them is for the pictures of today.
    if (recognise) await form.save({ payload: recognise, amends: saved.id });
    props.onSaved(saved);
  }

  if (notice === null || purpose === undefined) {
    return (
      <div className="flex flex-col items-start gap-4 p-6">
        <h1 className="font-bold text-2xl">{text.title}</h1>
        <Banner tone="danger">{text.missing}</Banner>
        <Button size="large" onPress={props.onClose}>
          {words.frame.close}
        </Button>
      </div>
    );
  }
  return (
    <FormFrame
      title={text.title}
      subtitle={event.name[language]}
      saveLabel={text.save}
      closeLabel={words.frame.close}
      isSaving={form.isSaving}
      onSave={() => void save()}
      onClose={props.onClose}
      progress={text.freely}
      failure={form.failure}
      faults={form.listFaults(lacks, attempt, text.field)}
    >
      <FormSection title={text.told}>
        <SpokenNotice
          notice={notice}
          words={words}
          spoken={spoken}
          onSpoken={(chosen) => {
            setSpoken(chosen);
            // Told in one language is not told in the other.
            set({ isTold: false });
          }}
        />
        <div data-field="told">
          <TickGroup
            label={text.told}
            labelHidden
            value={values.isTold ? ["told"] : []}
            onChange={(ticked) => set({ isTold: ticked.length > 0 })}
            options={[{ value: "told", label: text.shown }]}
            error={lackOf("told")}
          />
        </div>
      </FormSection>
      <FormSection title={text.who}>
        <div data-field="name" className="max-w-md">
          <TextField
            label={text.name}
            value={values.name}
            onChange={(name) => set({ name })}
            maxLength={limits.name}
            size="large"
            error={lackOf("name") ?? form.errorOf("name")}
          />
        </div>
        <div data-field="ageBand">
          <Choice
            label={text.age}
            value={values.ageBand}
            onChange={(ageBand) => set({ ageBand })}
            options={ageBands.map((value) => ({ value, label: words.ageBand[value] }))}
            error={lackOf("ageBand")}
          />
        </div>
      </FormSection>
      <FormSection title={text.purpose} description={purpose.consequence[spoken]}>
        <p lang={spoken} className="font-semibold text-lg">
          {purpose.question[spoken]}
        </p>
        <div data-field="shownAt">
          <TickGroup
            label={text.where}
            value={values.shownAt}
            onChange={(shownAt) => set({ shownAt })}
            options={shownPlaces.map((value) => ({ value, label: words.shownAt[value] }))}
            error={lackOf("shownAt")}
          />
        </div>
      </FormSection>
      <FormSection title={needsGuardian(values) ? text.guardianTitle : text.signature}>
        {needsGuardian(values) && (
          <GuardianFields
            words={words}
            values={values}
            onChange={set}
            error={lackOf("guardian") ?? form.errorOf("guardian", "name")}
          />
        )}
        <div data-field="signature">
          <SignatureField
            label={text.signature}
            clearLabel={text.clear}
            emptyLabel={text.empty}
            signedLabel={text.signed}
            value={values.signature}
            onChange={(signature) => set({ signature })}
            error={
              lackOf("signature") ??
              form.errorOf("signature") ??
              form.errorOf("guardian", "signature")
            }
          />
        </div>
      </FormSection>
      <FormSection title={text.find} description={words.frame.optional}>
        <div className="max-w-md">
          <TagField
            language={language}
            values={marks}
            onChange={(changed) => setMarks((before) => ({ ...before, ...changed }))}
            errorOf={form.errorOf}
          />
        </div>
        <ClothingFields
          language={language}
          values={marks}
          onChange={(changed) => setMarks((before) => ({ ...before, ...changed }))}
          errorOf={form.errorOf}
        />
      </FormSection>
    </FormFrame>
  );
}
