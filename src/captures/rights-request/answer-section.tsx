import { answerWay } from "../../contract/rights.ts";
import { Choice } from "../../ui/choice.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import type { AnswerValues } from "./form-values.ts";
import type { RightsRequestText } from "./text.ts";
import { type FieldTools, TypedField } from "./typed-field.tsx";

type AnswerSectionProps<Values extends AnswerValues> = {
  tools: FieldTools<Values>;
  words: RightsRequestText;
};

/** How the person wants the answer. */
export function AnswerSection<Values extends AnswerValues>(props: AnswerSectionProps<Values>) {
  const { words } = props;
  const text = words.answer;
  // Every form with an answer has these fields, whatever others it has.
  const tools = props.tools as unknown as FieldTools<AnswerValues>;
  const { values, set, errorOf } = tools;
  return (
    <FormSection title={text.heading}>
      <div data-field="by">
        <Choice
          label={text.how}
          value={values.by}
          onChange={(by) => set({ by })}
          options={answerWay.options.map((value) => ({ value, label: words.answerWays[value] }))}
          error={errorOf("by")}
        />
      </div>
      {values.by === "email" && (
        <TypedField tools={tools} field="answerEmail" label={text.email} inputMode="email" />
      )}
      {values.by === "post" && (
        <TypedField tools={tools} field="answerAddress" label={text.post} rows={2} />
      )}
      {values.by === "phone" && (
        <TypedField tools={tools} field="answerPhone" label={text.phone} inputMode="tel" />
      )}
    </FormSection>
  );
}
