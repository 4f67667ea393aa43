import { Choice } from "../../ui/choice.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import type { DetailValues } from "./form-values.ts";
import { ageBand } from "./payload.ts";
import type { MarketingConsentText } from "./text.ts";
import { TypedField } from "./typed-field.tsx";

export type FieldTools = {
  errorOf: (field: string) => string | null;
  leave: (field: string) => void;
};

type PersonFieldsProps = FieldTools & {
  words: MarketingConsentText;
  values: DetailValues;
  onChange: (changed: Partial<DetailValues>) => void;
  /** Whether the person was under age when they were last here. */
  wasMinor?: boolean;
  autoFocus?: boolean;
};

/** Who the person is, as far as it is needed: a name, whether they are a member, an age band. */
export function PersonFields(props: PersonFieldsProps) {
  const { words, values, onChange, errorOf, leave, wasMinor, autoFocus } = props;
  const text = words.person;
  return (
    <>
      <div className="grid grid-cols-2 items-start gap-4">
        <TypedField
          field="name"
          autoFocus={autoFocus ?? false}
          label={text.name}
          value={values.name}
          onChange={(name) => onChange({ name })}
          onLeave={() => leave("name")}
          error={errorOf("name")}
        />
        <div data-field="standing">
          <Choice
            label={text.standing}
            value={values.standing}
            onChange={(standing) => onChange({ standing })}
            options={[
              { value: "customer", label: text.customer },
              { value: "member", label: text.member },
            ]}
            error={errorOf("standing")}
          />
        </div>
        {values.standing === "member" && (
          <TypedField
            field="memberNumber"
            label={text.memberNumber}
            value={values.memberNumber}
            onChange={(memberNumber) => onChange({ memberNumber })}
            onLeave={() => leave("memberNumber")}
            error={errorOf("memberNumber")}
          />
        )}
      </div>
      <div data-field="ageBand">
        <Choice
          label={text.ageBand}
          description={wasMinor ? `${text.ageReason} ${text.ageAgain}` : text.ageReason}
          value={values.ageBand}
          onChange={(band) => onChange({ ageBand: band })}
          options={ageBand.options.map((value) => ({ value, label: text[value] }))}
          error={errorOf("ageBand")}
        />
      </div>
    </>
  );
}

/** The same under its own heading. */
export function PersonSection(props: PersonFieldsProps) {
  return (
    <FormSection title={props.words.person.heading}>
      <PersonFields {...props} />
    </FormSection>
  );
}
