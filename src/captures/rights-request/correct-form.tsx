import { Banner } from "../../ui/banner.tsx";
import { FormFrame } from "../../ui/form-frame.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { AnswerSection } from "./answer-section.tsx";
import { arrange, checkPayload, listAnswerLacks } from "./field-issues.ts";
import type { RightsFormProps } from "./form-props.ts";
import { useRightsForm } from "./form-state.tsx";
import { type CorrectValues, correctValues, startPerson, tidy } from "./form-values.ts";
import type { Correction, RightsRequest } from "./payload.ts";
import { PersonSection } from "./person-section.tsx";
import { makeAnswer, makePerson } from "./request-payload.ts";
import { rightsRequestText } from "./text.ts";
import { TypedField } from "./typed-field.tsx";

const fields = [
  ...["name", "phone", "email", "memberNumber"],
  ...["by", "answerEmail", "answerAddress", "answerPhone", "reason"],
];

type CorrectFormProps = RightsFormProps & {
  /** The capture that began the case. */
  id: string;
  number: string;
  request: RightsRequest;
};

/** Puts right who the person is or where the answer goes; what was signed stays. */
export function CorrectForm(props: CorrectFormProps) {
  const { reference, language, staff, request } = props;
  const words = rightsRequestText[language];
  const { answer } = request;
  const make = (values: CorrectValues): Correction => ({
    act: "correct",
    subject: makePerson(request.subject.id, values),
    answer: makeAnswer(values),
    reason: tidy(values.reason) ?? "",
  });
  const form = useRightsForm<CorrectValues>({
    props,
    schema: correctValues,
    start: () => ({
      ...startPerson(request.subject),
      by: answer.by,
      answerEmail: answer.by === "email" ? answer.email : "",
      answerAddress: answer.by === "post" ? answer.address : "",
      answerPhone: answer.by === "phone" ? answer.phone : "",
      reason: "",
    }),
    find: (values) =>
      arrange(
        fields,
        listAnswerLacks(values),
        checkPayload(make(values), reference, staff.staff, request),
      ),
    make: (values) => ({ payload: make(values), amends: props.id }),
  });
  const { values, set, errorOf } = form;
  const tools = { values, set, errorOf };
  return (
    <FormFrame
      title={words.frame.correct}
      subtitle={props.number}
      saveLabel={words.frame.saveCorrect}
      closeLabel={words.frame.close}
      isSaving={form.isSaving}
      onSave={form.save}
      onClose={props.onClose}
      failure={form.failure}
      faults={form.listFaults({
        name: words.person.name,
        phone: words.person.phone,
        email: words.person.email,
        memberNumber: words.person.memberNumber,
        by: words.answer.how,
        answerEmail: words.answer.email,
        answerAddress: words.answer.post,
        answerPhone: words.answer.phone,
        reason: words.correct.reason,
      })}
    >
      <Banner tone="info" announced={false}>
        {words.correct.note}
      </Banner>
      <PersonSection tools={tools} words={words} />
      <AnswerSection tools={tools} words={words} />
      <FormSection title={words.correct.reason}>
        <TypedField tools={tools} field="reason" label={words.correct.reason} rows={2} />
      </FormSection>
    </FormFrame>
  );
}
