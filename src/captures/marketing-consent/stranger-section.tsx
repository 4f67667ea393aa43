import { FormSection } from "../../ui/form-section.tsx";
import { useScanner } from "../../ui/scanner.ts";
import type { WithdrawValues } from "./form-values.ts";
import type { FieldTools } from "./person-section.tsx";
import type { MarketingConsentText } from "./text.ts";
import { TypedField } from "./typed-field.tsx";

type StrangerSectionProps = FieldTools & {
  words: MarketingConsentText;
  values: WithdrawValues;
  onChange: (changed: Partial<WithdrawValues>) => void;
  autoFocus: boolean;
};

/** By what somebody whom this PC does not know can be matched at every branch: one thing is enough. */
export function StrangerSection(props: StrangerSectionProps) {
  const { words, values, onChange, errorOf, leave, autoFocus } = props;
  const fields = [
    { field: "phone", label: words.contacts.phone, inputMode: "tel" },
    { field: "receipt", label: words.withdrawal.receipt, inputMode: "text" },
    { field: "email", label: words.contacts.email, inputMode: "email" },
    { field: "memberNumber", label: words.person.memberNumber, inputMode: "text" },
    { field: "name", label: words.person.name, inputMode: "text" },
  ] as const;
  // A receipt that is shown is scanned, whatever field has the focus and whatever layout the keyboard.
  useScanner((scanned) => onChange({ receipt: scanned }));
  return (
    <FormSection title={words.withdrawal.findBy} description={words.withdrawal.findByNote}>
      <div className="grid grid-cols-2 items-start gap-4">
        {fields.map(({ field, label, inputMode }, index) => (
          <TypedField
            key={field}
            field={field}
            label={label}
            inputMode={inputMode}
            autoFocus={autoFocus && index === 0}
            value={values[field]}
            onChange={(typed) => onChange({ [field]: typed })}
            onLeave={() => leave(field)}
            error={errorOf(field)}
          />
        ))}
      </div>
    </FormSection>
  );
}
