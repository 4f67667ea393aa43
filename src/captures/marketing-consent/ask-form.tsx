import { BookOpenCheck } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Language } from "../../contract/ids.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { moveOn } from "../../ui/focus-steps.tsx";
import { FormFrame, jumpTo } from "../../ui/form-frame.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { useFunctionKey } from "../../ui/function-keys.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import type { CaptureFormProps } from "../capture-form.ts";
import { fillText } from "../fill-text.ts";
import { describeShown, nameNotice } from "../shown-notice.ts";
import { chooseBasis } from "./answer-basis.ts";
import {
  guardianActsAlone,
  listNeededContacts,
  listPurposes,
  makeDecision,
  needsGuardian,
} from "./ask-payload.ts";
import { describeStanding } from "./cell-words.ts";
import { ContactSection } from "./contact-section.tsx";
import { findMarketingNotice } from "./current-notice.ts";
import { listFaults } from "./fault-names.ts";
import { findAskIssues, nameReply } from "./field-issues.ts";
import { type AskValues, askValues, startAsking } from "./form-values.ts";
import { GuardianSection } from "./guardian-section.tsx";
import { useKeptForm } from "./kept-form.tsx";
import { MeansSection } from "./means-section.tsx";
import { NoticeSection } from "./notice-section.tsx";
import { collectionPoint } from "./payload.ts";
import { findKnownSubject, findSpokenLanguage, foldRecord } from "./person-record.ts";
import { PersonSection } from "./person-section.tsx";
import { PurposeQuestion } from "./purpose-question.tsx";
import { marketingConsentText } from "./text.ts";

/** Asks for consent, or for new answers of somebody who gave some before. */
export function AskForm(props: CaptureFormProps) {
  const { reference, language, person, staff } = props;
  const words = marketingConsentText[language];
  const [state] = useState(() => (person ? foldRecord(person) : null));
  const [known] = useState(() => (person ? findKnownSubject(person) : null));
  const [subject] = useState(() => person?.subject ?? props.makeSubjectId());
  const notice = findMarketingNotice(reference, props.now());
  const body = useRef<HTMLDivElement>(null);

  /** A notice shown in other words than those in force now counts as not shown. */
  function withNotice(values: AskValues): AskValues {
    const name = notice && nameNotice(notice, values.language);
    return values.noticeShown === name ? values : { ...values, noticeShown: null };
  }

  const form = useKeptForm<AskValues>({
    props,
    schema: askValues,
    start: () => {
      const spoken: Language = (person && findSpokenLanguage(person, subject)) ?? language;
      return startAsking(reference, known, props.searched, spoken);
    },
    find: (values) => findAskIssues(withNotice(values), reference, staff.staff),
    make: async (values) => ({
      payload: makeDecision(values, reference, { subject, staff: staff.staff }),
      amends: null,
      notice: notice && (await describeShown(notice, values.language, props.hash)),
    }),
  });
  const { values, set, errorOf, leave } = form;
  const tools = { words, errorOf, leave };
  const purposes = listPurposes(reference);
  const channels = reference.channels.toSorted((a, b) => a.order - b.order);
  const isShown = withNotice(values).noticeShown !== null;
  const answered = purposes.filter(({ id }) => values.replies[id]?.reply).length;
  useFunctionKey("F8", () => void sayNoThanks(), { label: words.frame.noThanks });

  async function sayNoThanks(): Promise<void> {
    const failed = await props.onNoThanks();
    if (failed) form.fail(failed);
  }

  /** To the first thing to be filled in; of somebody known that is the first question. */
  function goToFirst(): void {
    const next = form.faults.find(({ field }) => field !== "noticeShown")?.field;
    jumpTo(body.current, known === null || next === undefined ? "name" : next);
  }

  const resume = useRef(form.isResumed && isShown ? goToFirst : null);
  useEffect(() => {
    resume.current?.();
    resume.current = null;
  }, []);

  function goOn(from: string): void {
    const root = body.current;
    const place = root?.querySelector(`[data-field="${CSS.escape(from)}"]`);
    if (root && place) moveOn(root, place);
  }

  return (
    <FormFrame
      title={known ? words.frame.askChange : words.frame.askNew}
      subtitle={known?.name ?? words.frame.newCustomer}
      saveLabel={words.frame.save}
      closeLabel={words.frame.close}
      isSaving={form.isSaving}
      onSave={form.save}
      onClose={props.onClose}
      progress={fillText(words.frame.answered, { done: answered, all: purposes.length })}
      failure={form.failure}
      faults={listFaults(form, reference, language)}
      lead={
        isShown || !notice ? null : (
          <Button
            // The first thing to do in this form; the words are on the screen above it.
            autoFocus
            variant="primary"
            size="large"
            hint="Enter"
            icon={<BookOpenCheck aria-hidden="true" className="size-6" />}
            onPress={() => {
              set({ noticeShown: nameNotice(notice, values.language) });
              setTimeout(goToFirst, 0);
            }}
          >
            {words.notice.shown}
          </Button>
        )
      }
      actions={
        <Button hint="F8" onPress={() => void sayNoThanks()}>
          {words.frame.noThanks}
        </Button>
      }
    >
      <div ref={body} className="flex flex-col gap-4">
        {form.isResumed && <Banner tone="info">{words.frame.resumed}</Banner>}
        <NoticeSection
          notice={notice}
          words={words}
          spoken={values.language}
          onSpoken={(spoken) => set({ language: spoken })}
          isShown={isShown}
          error={errorOf("noticeShown")}
        />
        <PersonSection
          {...tools}
          values={values}
          onChange={set}
          wasMinor={known !== null && known.ageBand !== null && known.ageBand !== "adult"}
        />
        <FormSection title={words.purposes.heading} description={words.purposes.refusable}>
          <div className="flex flex-col">
            {purposes.map((purpose) => (
              <PurposeQuestion
                key={purpose.id}
                purpose={purpose}
                channels={channels}
                words={words}
                language={language}
                spoken={values.language}
                basis={chooseBasis(purpose, values.standing, reference)}
                standing={state && describeStanding(state.cells, purpose.id, reference, language)}
                reply={values.replies[purpose.id] ?? { reply: null, channels: [] }}
                onReply={(reply) => set({ replies: { ...values.replies, [purpose.id]: reply } })}
                error={errorOf(nameReply(purpose.id))}
                onAnswered={() => goOn(nameReply(purpose.id))}
              />
            ))}
          </div>
        </FormSection>
        <ContactSection
          {...tools}
          language={language}
          reference={reference}
          values={values}
          onChange={set}
          needed={listNeededContacts(values.replies, reference)}
          known={known?.contacts ?? null}
        />
        {needsGuardian(values) && <GuardianSection {...tools} values={values} onChange={set} />}
        <MeansSection
          {...tools}
          language={language}
          staff={staff}
          values={values}
          onChange={set}
          isGuardians={guardianActsAlone(values)}
        >
          <div data-field="collectionPoint">
            <SelectField
              label={words.place.label}
              value={values.collectionPoint}
              onChange={(place) => set({ collectionPoint: place })}
              options={collectionPoint.options.map((value) => ({
                value,
                label: words.place[value],
              }))}
            />
          </div>
        </MeansSection>
      </div>
    </FormFrame>
  );
}
