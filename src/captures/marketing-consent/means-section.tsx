import { UserCheck } from "lucide-react";
import type { ReactNode } from "react";
import type { Language } from "../../contract/ids.ts";
import type { SignedIn } from "../../contract/ipc.ts";
import { Choice } from "../../ui/choice.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { SignatureField } from "../../ui/signature-field.tsx";
import { fillText } from "../fill-text.ts";
import type { MeansValues } from "./form-values.ts";
import type { FieldTools } from "./person-section.tsx";
import type { MarketingConsentText } from "./text.ts";

type MeansSectionProps = FieldTools & {
  words: MarketingConsentText;
  language: Language;
  staff: SignedIn;
  values: MeansValues;
  onChange: (changed: Partial<MeansValues>) => void;
  /** The holder of parental power answers alone and has signed: nothing more is to be given. */
  isGuardians?: boolean;
  /** What else belongs beside it. */
  children?: ReactNode;
};

/** How the person said it: aloud, attested by name, or by signature. Neither is chosen beforehand. */
export function MeansSection(props: MeansSectionProps) {
  const { words, language, staff, values, onChange, errorOf, isGuardians = false } = props;
  const text = words.means;
  const how = isGuardians ? null : values.how;
  return (
    <FormSection title={text.heading}>
      <div className="grid grid-cols-2 items-start gap-4">
        {isGuardians ? (
          <p>{text.guardianSigns}</p>
        ) : (
          <div data-field="how">
            <Choice
              label={text.how}
              value={values.how}
              onChange={(chosen) => onChange({ how: chosen })}
              options={[
                { value: "spoken", label: text.spoken },
                { value: "signature", label: text.signature },
              ]}
              error={errorOf("how")}
            />
          </div>
        )}
        {props.children}
      </div>
      {how === "spoken" && (
        <p className="flex gap-2 font-medium">
          <UserCheck aria-hidden="true" className="mt-1 size-5 shrink-0 text-accent" />
          {fillText(text.attest, { staff: staff.name[language] })}
        </p>
      )}
      {how === "signature" && (
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
