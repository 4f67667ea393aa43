import { FormFrame } from "../../ui/form-frame.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import type { CaseRecord } from "./case-fold.ts";
import type { CaseQuestion } from "./case-state.ts";
import { arrange, checkPayload } from "./field-issues.ts";
import type { RightsFormProps } from "./form-props.ts";
import { useRightsForm } from "./form-state.tsx";
import { questionValues, tidy } from "./form-values.ts";
import type { QuestionAnswer } from "./payload.ts";
import { rightsRequestText } from "./text.ts";
import { TypedField } from "./typed-field.tsx";

/** The shop answers what the DPO asked about a case. */
export function QuestionForm(
  props: RightsFormProps & { record: CaseRecord; question: CaseQuestion },
) {
  const { reference, language, staff, record, question } = props;
  const words = rightsRequestText[language];
  const make = (typed: string): QuestionAnswer => ({
    act: "answer-question",
    case: record.id,
    subject: record.asked?.act === "request" ? record.asked.subject.id : null,
    question: question.id,
    words: tidy(typed) ?? "",
  });
  const form = useRightsForm({
    props,
    schema: questionValues,
    start: () => ({ words: "" }),
    find: (values) => arrange(["words"], checkPayload(make(values.words), reference, staff.staff)),
    make: (values) => ({ payload: make(values.words), amends: null }),
  });
  const tools = { values: form.values, set: form.set, errorOf: form.errorOf };
  return (
    <FormFrame
      title={words.frame.question}
      subtitle={record.number}
      saveLabel={words.frame.saveQuestion}
      closeLabel={words.frame.close}
      isSaving={form.isSaving}
      onSave={form.save}
      onClose={props.onClose}
      failure={form.failure}
      faults={form.listFaults({ words: words.question.words })}
    >
      <FormSection title={words.question.asked}>
        <p className="whitespace-pre-line text-lg">{question.words}</p>
        <TypedField tools={tools} field="words" label={words.question.words} rows={4} autoFocus />
      </FormSection>
    </FormFrame>
  );
}
