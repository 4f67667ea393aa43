import { Suspense, useRef } from "react";
import { useTranslation } from "react-i18next";
import { uuidv7 } from "uuidv7";
import type { FormSubmission, Submitted } from "../../../captures/capture-form.ts";
import { captureForms } from "../../../captures/forms.ts";
import { type Failure, fail, type Result } from "../../../contract/failure.ts";
import type { PersonRecord, SignedIn } from "../../../contract/ipc.ts";
import type { Reference } from "../../../contract/reference.ts";
import { Progress } from "../../../ui/progress.tsx";
import { call } from "../../bridge/call.ts";
import { useFailureWords } from "../../failure-text.tsx";
import { useLanguage } from "../../i18n.ts";
import type { OpenForm } from "./desk-view.ts";
import { hashText } from "./hash-text.ts";
import type { KeptDraft } from "./kept-draft.ts";

type TaskFormProps = {
  open: OpenForm;
  person: PersonRecord | null;
  personName: string | null;
  reference: Reference;
  staff: SignedIn;
  searched: string;
  onKeep: (draft: KeptDraft) => void;
  onSaved: (saved: Submitted) => void;
  onNoThanks: () => Promise<Failure | null>;
  onClose: () => void;
};

/** A kind's form with all that it needs of the desk: the form itself knows no main. */
export function TaskForm(props: TaskFormProps) {
  const { open, person, personName, reference, staff, searched } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const describeFailure = useFailureWords();
  // Once saved, a draft that is still on its way must not come back.
  const isOver = useRef(false);
  const Form = captureForms["marketing-consent"];

  async function submit(submission: FormSubmission): Promise<Result<Submitted>> {
    if (isOver.current) return fail({ code: "cancelled" });
    const result = await call("capture.submit", { request: open.request, ...submission });
    if (result.ok) {
      isOver.current = true;
      props.onSaved(result.value);
    }
    return result;
  }

  async function sayNoThanks(): Promise<Failure | null> {
    if (isOver.current) return null;
    isOver.current = true;
    const failure = await props.onNoThanks();
    isOver.current = failure === null;
    return failure;
  }

  return (
    <Suspense
      fallback={
        <div className="p-8">
          <Progress label={t("app.loading")} />
        </div>
      }
    >
      <Form
        task={open.task}
        reference={reference}
        staff={staff}
        language={language}
        person={person}
        searched={searched}
        draft={open.draft}
        onDraft={(form) => {
          if (isOver.current) return;
          const keptAt = new Date().toISOString();
          props.onKeep({ task: open.task, subject: open.subject, name: personName, form, keptAt });
        }}
        onSubmit={submit}
        onNoThanks={sayNoThanks}
        onClose={props.onClose}
        describeFailure={describeFailure}
        now={() => new Date()}
        makeSubjectId={uuidv7}
        hash={hashText}
      />
    </Suspense>
  );
}
