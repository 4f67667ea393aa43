import { FormSection } from "../../ui/form-section.tsx";
import type { PersonValues } from "./form-values.ts";
import type { RightsRequestText } from "./text.ts";
import { type FieldTools, TypedField } from "./typed-field.tsx";

type PersonSectionProps<Values extends PersonValues> = {
  tools: FieldTools<Values>;
  words: RightsRequestText;
};

/** Whose data it is, and by what head office finds it. */
export function PersonSection<Values extends PersonValues>(props: PersonSectionProps<Values>) {
  const { words } = props;
  const text = words.person;
  // Every form with a person has these fields, whatever others it has.
  const tools = props.tools as unknown as FieldTools<PersonValues>;
  return (
    <FormSection title={text.heading} description={text.note}>
      <div className="grid grid-cols-2 items-start gap-4">
        <TypedField tools={tools} field="name" label={text.name} />
        <TypedField tools={tools} field="phone" label={text.phone} inputMode="tel" />
        <TypedField tools={tools} field="email" label={text.email} inputMode="email" />
        <TypedField tools={tools} field="memberNumber" label={text.memberNumber} />
      </div>
    </FormSection>
  );
}
