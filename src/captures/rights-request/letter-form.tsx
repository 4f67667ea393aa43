import { Banner } from "../../ui/banner.tsx";
import { Choice } from "../../ui/choice.tsx";
import { FormFrame } from "../../ui/form-frame.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { arrange, checkPayload, listLacks } from "./field-issues.ts";
import type { RightsFormProps } from "./form-props.ts";
import { useRightsForm } from "./form-state.tsx";
import { type LetterValues, letterValues, storePhone, tidy } from "./form-values.ts";
import type { AuthorityLetter } from "./payload.ts";
import { rightsRequestText } from "./text.ts";
import { TypedField } from "./typed-field.tsx";

const fields = ["authority", "how", "office", "officer", "phone", "letterNumber"];

function makeLetter(values: LetterValues): AuthorityLetter {
  return {
    act: "authority-letter",
    authority: values.authority ?? "other",
    office: tidy(values.office) ?? "",
    officer: tidy(values.officer),
    phone: storePhone(values.phone),
    letterNumber: tidy(values.letterNumber),
    how: values.how ?? "letter",
  };
}

/** Police, a court or another authority: sent on to the DPO with a slip, and nothing is answered. */
export function LetterForm(props: RightsFormProps) {
  const { reference, language, staff } = props;
  const words = rightsRequestText[language];
  const text = words.letter;
  const form = useRightsForm<LetterValues>({
    props,
    schema: letterValues,
    start: () => ({
      authority: null,
      office: "",
      officer: "",
      phone: "",
      letterNumber: "",
      how: null,
    }),
    find: (values) =>
      arrange(
        fields,
        listLacks([
          ["authority", values.authority === null],
          ["how", values.how === null],
          ["office", tidy(values.office) === null],
        ]),
        checkPayload(makeLetter(values), reference, staff.staff),
      ),
    make: (values) => ({ payload: makeLetter(values), amends: null }),
  });
  const { values, set, errorOf } = form;
  const tools = { values, set, errorOf };
  return (
    <FormFrame
      title={words.frame.letter}
      saveLabel={words.frame.saveLetter}
      closeLabel={words.frame.close}
      isSaving={form.isSaving}
      onSave={form.save}
      onClose={props.onClose}
      failure={form.failure}
      faults={form.listFaults({
        authority: text.authority,
        how: text.how,
        office: text.office,
        officer: text.officer,
        phone: text.phone,
        letterNumber: text.number,
      })}
    >
      {form.isResumed && <Banner tone="info">{words.frame.resumed}</Banner>}
      <Banner tone="warning" announced={false} title={text.note}>
        {text.noNames}
      </Banner>
      <FormSection title={text.heading}>
        <div data-field="authority">
          <Choice
            label={text.authority}
            autoFocus
            value={values.authority}
            onChange={(authority) => set({ authority })}
            options={[
              { value: "police", label: text.police },
              { value: "court", label: text.court },
              { value: "other", label: text.otherAuthority },
            ]}
            error={errorOf("authority")}
          />
        </div>
        <div data-field="how">
          <Choice
            label={text.how}
            value={values.how}
            onChange={(how) => set({ how })}
            options={[
              { value: "letter", label: text.letter },
              { value: "in-person", label: text["in-person"] },
              { value: "phone", label: text.byPhone },
            ]}
            error={errorOf("how")}
          />
        </div>
        <div className="grid grid-cols-2 items-start gap-4">
          <TypedField tools={tools} field="office" label={text.office} />
          <TypedField tools={tools} field="letterNumber" label={text.number} />
          <TypedField tools={tools} field="officer" label={text.officer} />
          <TypedField tools={tools} field="phone" label={text.phone} inputMode="tel" />
        </div>
      </FormSection>
    </FormFrame>
  );
}
