import { UserCheck } from "lucide-react";
import type { Language } from "../../contract/ids.ts";
import type { SignedIn } from "../../contract/ipc.ts";
import { Choice } from "../../ui/choice.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { SignatureField } from "../../ui/signature-field.tsx";
import type { MeansValues } from "./form-values.ts";
import type { FieldTools } from "./person-section.tsx";
import { fillText } from "./receipt-content.ts";
import type { MarketingConsentText } from "./text.ts";

type MeansSectionProps = FieldTools & {
  words: MarketingConsentText;
  language: Language;
  staff: SignedIn;
  values: MeansValues;
  onChange: (changed: Partial<MeansValues>) => void;
};

/** How the person said it: aloud, attested by name, or by signature. Neither is chosen beforehand. */
export function MeansSection({
  words,
  language,
  staff,
  values,
  onChange,
  errorOf,
}: MeansSectionProps) {
  const text = words.means;
  return (
    <FormSection title={text.heading}>
      <div data-field="how">
        <Choice
          label={text.heading}
          labelHidden
          value={values.how}
          onChange={(how) => onChange({ how })}
          options={[
            { value: "spoken", label: text.spoken },
            { value: "signature", label: text.signature },
          ]}
          error={errorOf("how")}
        />
      </div>
      {values.how === "spoken" && (
        <p className="flex gap-2 font-medium">
          <UserCheck aria-hidden="true" className="mt-1 size-5 shrink-0 text-accent" />
          {fillText(text.attest, { staff: staff.name[language] })}
        </p>
      )}
      {values.how === "signature" && (
        <div data-field="signature">
          <SignatureField
            label={text.signHere}
            clearLabel={text.clear}
            emptyLabel={text.notSigned}
            signedLabel={text.signed}
            value={values.signature}
            onChange={(signature) => onChange({ signature })}
            error={errorOf("signature")}
          />
        </div>
      )}
    </FormSection>
  );
}
