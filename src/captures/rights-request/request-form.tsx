import { useEffect, useRef, useState } from "react";
import type { SubjectId } from "../../contract/ids.ts";
import { Banner } from "../../ui/banner.tsx";
import { FormFrame, jumpTo } from "../../ui/form-frame.tsx";
import { formatDay } from "../../ui/thai-date.tsx";
import { readShopDay } from "../shop-day.ts";
import { AnswerSection } from "./answer-section.tsx";
import { AskerSection } from "./asker-section.tsx";
import { writeDeclaration } from "./declaration.ts";
import { findRequestIssues } from "./field-issues.ts";
import { FootageSection } from "./footage-section.tsx";
import type { RightsFormProps } from "./form-props.ts";
import { useRightsForm } from "./form-state.tsx";
import { type RequestValues, requestValues, startRequest } from "./form-values.ts";
import { IdentitySection } from "./identity-section.tsx";
import { MatterSection } from "./matter-section.tsx";
import type { Person, RightsRequest } from "./payload.ts";
import { PersonSection } from "./person-section.tsx";
import { makeMatter, noSignature } from "./request-payload.ts";
import { SignSection } from "./sign-section.tsx";
import { type RightsRequestText, rightsRequestText } from "./text.ts";
import { WhichSection } from "./which-section.tsx";

type RequestFormProps = RightsFormProps & {
  /** Whom it is about, where the desk knows them. */
  known: Person | null;
  makeSubjectId(): SubjectId;
  /** News is stopped at once, by the consent form. */
  onStopNews(): void;
  /** An authority asked: another form, which answers nothing. */
  onLetter(): void;
};

/** Takes a request from the right to the signature, on one page. */
export function RequestForm(props: RequestFormProps) {
  const { reference, language, staff, known } = props;
  const words = rightsRequestText[language];
  const [subject] = useState(() => known?.id ?? props.makeSubjectId());
  const today = readShopDay(props.now());
  const who = { subject, staff: staff.staff, today };

  const write = (values: RequestValues) =>
    writeDeclaration(makeMatter(values, reference, who), reference, values.language, formatDay);
  function make(values: RequestValues): RightsRequest {
    return {
      ...makeMatter(values, reference, who),
      declaration: {
        language: values.language,
        words: write(values),
        signature: values.signature ?? noSignature,
      },
    };
  }
  const form = useRightsForm<RequestValues>({
    props,
    schema: requestValues,
    start: () => startRequest(known, language),
    find: (values) =>
      findRequestIssues(values, make(values), write(values), today, reference, staff.staff),
    make: (values) => ({ payload: make(values), amends: null }),
  });
  const { values, set, errorOf } = form;
  const tools = { values, set, errorOf };
  const body = useRef<HTMLDivElement>(null);
  const before = useRef(values.right);
  useEffect(() => {
    // The choice that had the focus is gone: what is asked next takes it.
    if (values.right !== null && before.current === null) jumpTo(body.current, "data");
    before.current = values.right;
  }, [values.right]);

  return (
    <FormFrame
      title={words.frame.request}
      subtitle={known?.name}
      saveLabel={words.frame.save}
      closeLabel={words.frame.close}
      isSaving={form.isSaving}
      onSave={form.save}
      onClose={props.onClose}
      failure={form.failure}
      faults={form.listFaults(nameFields(words))}
    >
      <div ref={body} className="flex flex-col gap-4">
        {form.isResumed && <Banner tone="info">{words.frame.resumed}</Banner>}
        <WhichSection
          words={words}
          spoken={values.language}
          onSpoken={(language) => set({ language })}
          right={values.right}
          onChoose={(right) => set({ right, reason: null })}
          onChange={() => set({ right: null, reason: null })}
          onStopNews={props.onStopNews}
          onLetter={props.onLetter}
          error={errorOf("right")}
        />
        {values.right && (
          <>
            <MatterSection
              tools={tools}
              words={words}
              right={values.right}
              onStopNews={props.onStopNews}
            />
            {values.data.includes("cctv") && (
              <FootageSection
                tools={tools}
                words={words}
                language={language}
                today={today}
                reference={reference}
              />
            )}
            <AskerSection tools={tools} words={words} />
            <PersonSection tools={tools} words={words} />
            <IdentitySection
              tools={tools}
              words={words}
              staffName={staff.name[language]}
              wantsCopy={reference.rightsSettings?.keepsDocumentCopy === true}
            />
            <AnswerSection tools={tools} words={words} />
            <SignSection
              words={words}
              declaration={write(values)}
              spoken={values.language}
              onSpoken={(spoken) => set({ language: spoken })}
              values={values}
              onChange={set}
              error={errorOf("signature")}
            />
          </>
        )}
      </div>
    </FormFrame>
  );
}

/** What the summary of faults calls each field. */
function nameFields(words: RightsRequestText): Record<string, string> {
  const { matter, footage, asker, person, identity, answer } = words;
  return {
    right: words.which.heading,
    data: matter.data,
    reason: matter.reason,
    wrong: matter.wrong,
    correct: matter.right,
    recipient: matter.recipient,
    controller: matter.controller,
    story: matter.story,
    place: footage.place,
    day: footage.day,
    from: footage.from,
    to: footage.to,
    askerName: asker.name,
    power: asker.power,
    relation: asker.relation,
    kin: asker.kinship,
    name: person.name,
    phone: person.phone,
    email: person.email,
    memberNumber: person.memberNumber,
    how: identity.heading,
    document: identity.which,
    copyReceipt: identity.copy,
    by: answer.how,
    answerEmail: answer.email,
    answerAddress: answer.post,
    answerPhone: answer.phone,
    signature: words.sign.here,
  };
}
