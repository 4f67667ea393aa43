import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { uuidv7 } from "uuidv7";
import type { Submitted } from "../../../captures/capture-form.ts";
import { captureForms } from "../../../captures/forms.ts";
import type { PersonRecord } from "../../../contract/ipc.ts";
import { Progress } from "../../../ui/progress.tsx";
import { call } from "../../bridge/call.ts";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { useFailureWords } from "../../failure-text.tsx";
import { useLanguage } from "../../i18n.ts";
import { hashText } from "../desk/hash-text.ts";

type NewsFormProps = {
  person: PersonRecord | null;
  onSaved: (saved: Submitted) => void;
  onClose: () => void;
};

/** Consent to marketing is taken back, or marketing objected to, at once: by the consent form itself. */
export function NewsForm({ person, onSaved, onClose }: NewsFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const describeFailure = useFailureWords();
  const reference = useProcedure("reference.read", undefined);
  const session = useProcedure("session.current", undefined);
  const [request] = useState(() => crypto.randomUUID());
  const Form = captureForms["marketing-consent"];
  const waiting = (
    <div className="p-8">
      <Progress label={t("app.loading")} />
    </div>
  );
  if (reference.state !== "ready" || session.state !== "ready" || session.value === null) {
    return waiting;
  }
  return (
    <Suspense fallback={waiting}>
      <Form
        task={{ task: "withdraw" }}
        reference={reference.value}
        staff={session.value}
        language={language}
        person={person}
        searched=""
        draft={null}
        // The desk offers its own drafts: this form is short, and is saved or left.
        onDraft={() => undefined}
        onSubmit={async (submission) => {
          const result = await call("capture.submit", { request, ...submission });
          if (result.ok) onSaved(result.value);
          return result;
        }}
        onNoThanks={async () => ({ code: "cancelled" })}
        onClose={onClose}
        describeFailure={describeFailure}
        now={() => new Date()}
        makeSubjectId={uuidv7}
        hash={hashText}
      />
    </Suspense>
  );
}
