import { Banner } from "../../ui/banner.tsx";
import { FormFrame } from "../../ui/form-frame.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import type { CaseRecord } from "./case-fold.ts";
import { arrange, checkPayload } from "./field-issues.ts";
import type { RightsFormProps } from "./form-props.ts";
import { useRightsForm } from "./form-state.tsx";
import { tidy, voidValues } from "./form-values.ts";
import type { Voiding } from "./payload.ts";
import { rightsRequestText } from "./text.ts";
import { TypedField } from "./typed-field.tsx";

/** Takes out a request that should not be there, with the reason; it stays as evidence. */
export function VoidForm(props: RightsFormProps & { record: CaseRecord }) {
  const { reference, language, staff, record } = props;
  const words = rightsRequestText[language];
  const { asked } = record;
  const make = (reason: string): Voiding => ({
    act: "void",
    subject: asked?.act === "request" ? asked.subject.id : null,
    reason: tidy(reason) ?? "",
  });
  const form = useRightsForm({
    props,
    schema: voidValues,
    start: () => ({ reason: "" }),
    find: (values) =>
      arrange(["reason"], checkPayload(make(values.reason), reference, staff.staff, asked)),
    make: (values) => ({ payload: make(values.reason), amends: record.id }),
  });
  const tools = { values: form.values, set: form.set, errorOf: form.errorOf };
  return (
    <FormFrame
      title={words.frame.void}
      subtitle={record.number}
      saveLabel={words.voiding.save}
      closeLabel={words.frame.close}
      isSaving={form.isSaving}
      onSave={form.save}
      onClose={props.onClose}
      failure={form.failure}
      faults={form.listFaults({ reason: words.voiding.reason })}
    >
      <FormSection title={words.voiding.which}>
        <p className="text-lg">
          {record.right === null ? words.frame.letter : words.rights[record.right].name}
          {record.person && ` · ${record.person}`}
        </p>
        <Banner tone="warning" announced={false}>
          {words.voiding.note}
        </Banner>
        <TypedField tools={tools} field="reason" label={words.voiding.reason} rows={2} autoFocus />
      </FormSection>
    </FormFrame>
  );
}
