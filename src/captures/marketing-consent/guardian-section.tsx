import { Choice } from "../../ui/choice.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { SignatureField } from "../../ui/signature-field.tsx";
import type { AskValues } from "./form-values.ts";
import { guardianRelation } from "./payload.ts";
import type { FieldTools } from "./person-section.tsx";
import type { MarketingConsentText } from "./text.ts";
import { TypedField } from "./typed-field.tsx";

type GuardianSectionProps = FieldTools & {
  words: MarketingConsentText;
  values: AskValues;
  onChange: (changed: Partial<AskValues>) => void;
};

/** Whoever holds parental power, with the plain reason why they are asked (s.20). */
export function GuardianSection({ words, values, onChange, errorOf, leave }: GuardianSectionProps) {
  const text = words.guardian;
  const reason = values.ageBand === "up-to-10" ? "reason-up-to-10" : "reason-over-10-under-20";
  return (
    <FormSection title={text.heading} description={text[reason]}>
      <div className="grid grid-cols-2 items-start gap-4">
        <TypedField
          field="guardianName"
          label={text.name}
          value={values.guardianName}
          onChange={(guardianName) => onChange({ guardianName })}
          onLeave={() => leave("guardianName")}
          error={errorOf("guardianName")}
        />
      </div>
      <div data-field="guardianRelation">
        <Choice
          label={text.relation}
          value={values.guardianRelation}
          onChange={(relation) => onChange({ guardianRelation: relation })}
          options={guardianRelation.options.map((value) => ({ value, label: text[value] }))}
          error={errorOf("guardianRelation")}
        />
      </div>
      <div data-field="guardianSignature">
        <SignatureField
          label={text.signature}
          clearLabel={words.means.clear}
          emptyLabel={words.means.notSigned}
          signedLabel={words.means.signed}
          value={values.guardianSignature}
          onChange={(guardianSignature) => onChange({ guardianSignature })}
          error={errorOf("guardianSignature")}
        />
      </div>
    </FormSection>
  );
}
