import { type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Submitted } from "../../../captures/capture-form.ts";
import type { RightsFormProps } from "../../../captures/rights-request/form-props.ts";
import { fail } from "../../../contract/failure.ts";
import { Progress } from "../../../ui/progress.tsx";
import { call } from "../../bridge/call.ts";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { useFailureWords } from "../../failure-text.tsx";
import { useLanguage } from "../../i18n.ts";

const draftOf = "rights-request";

type RightsFormHostProps = {
  /** Which form this is: a draft of another one is not offered to it. */
  form: string;
  onSaved: (saved: Submitted) => void;
  onClose: () => void;
  children: (props: RightsFormProps) => ReactNode;
};

/** Gives a form of this kind all that it needs of main, and keeps what is typed over a lock or a restart. */
export function RightsFormHost({ form, onSaved, onClose, children }: RightsFormHostProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const describeFailure = useFailureWords();
  const reference = useProcedure("reference.read", undefined);
  const session = useProcedure("session.current", undefined);
  const draft = useKept(form);
  const [request] = useState(() => crypto.randomUUID());
  const isOver = useRef(false);
  const waiting = (
    <div className="p-8">
      <Progress label={t("app.loading")} />
    </div>
  );
  if (
    reference.state !== "ready" ||
    session.state !== "ready" ||
    session.value === null ||
    draft === null
  ) {
    return waiting;
  }
  return (
    <Suspense fallback={waiting}>
      {children({
        reference: reference.value,
        staff: session.value,
        language,
        draft: draft.body,
        onDraft(body) {
          if (isOver.current) return;
          void call("draft.keep", { form: draftOf, body: JSON.stringify({ form, body }) });
        },
        async onSubmit(submission) {
          if (isOver.current) return fail({ code: "cancelled" });
          const result = await call("capture.submit", { request, ...submission });
          if (result.ok) {
            isOver.current = true;
            void call("draft.drop", { form: draftOf });
            onSaved(result.value);
          }
          return result;
        },
        onClose,
        describeFailure,
        now: () => new Date(),
      })}
    </Suspense>
  );
}

/** What was kept of this very form; null while it is being read. */
function useKept(form: string): { body: string | null } | null {
  const [kept, setKept] = useState<{ body: string | null } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void call("draft.read", { form: draftOf }).then((answer) => {
      if (isCurrent) setKept({ body: answer.ok ? readBody(answer.value?.body, form) : null });
    });
    return () => {
      isCurrent = false;
    };
  }, [form]);
  return kept;
}

function readBody(text: string | undefined, form: string): string | null {
  if (text === undefined) return null;
  try {
    const read: unknown = JSON.parse(text);
    const isThis =
      typeof read === "object" && read !== null && "form" in read && read.form === form;
    return isThis && "body" in read && typeof read.body === "string" ? read.body : null;
  } catch {
    return null;
  }
}
