import type { Language } from "../../contract/ids.ts";
import { FormSection } from "../../ui/form-section.tsx";
import { NoticePanel } from "../../ui/notice-panel.tsx";
import { SignatureField } from "../../ui/signature-field.tsx";
import { SpokenLanguage } from "../../ui/spoken-language.tsx";
import type { SignedValues } from "./form-values.ts";
import type { RightsRequestText } from "./text.ts";

type SignSectionProps = {
  words: RightsRequestText;
  /** The words that are signed, in the customer's language. */
  declaration: string;
  spoken: Language;
  onSpoken: (spoken: Language) => void;
  values: SignedValues;
  onChange: (changed: SignedValues) => void;
  error: string | null;
};

/** The words as they are signed, and the signature beneath them; other words have to be signed again. */
export function SignSection(props: SignSectionProps) {
  const { words, declaration, spoken, onSpoken, values, onChange, error } = props;
  const text = words.sign;
  return (
    <FormSection
      title={text.heading}
      description={text.turn}
      aside={
        <SpokenLanguage
          label={words.frame.language}
          names={{ th: words.frame.thai, en: words.frame.english }}
          spoken={spoken}
          onSpoken={onSpoken}
        />
      }
    >
      <NoticePanel label={text.words} lang={spoken}>
        {declaration}
      </NoticePanel>
      <div data-field="signature">
        <SignatureField
          label={text.here}
          clearLabel={text.clear}
          emptyLabel={text.notSigned}
          signedLabel={text.signed}
          value={values.signedWords === declaration ? values.signature : null}
          onChange={(signature) => onChange({ signature, signedWords: declaration })}
          error={error}
        />
      </div>
    </FormSection>
  );
}
