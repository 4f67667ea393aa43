import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { type CaseRecord, foldCase } from "../../../captures/rights-request/case-fold.ts";
import { CorrectForm } from "../../../captures/rights-request/correct-form.tsx";
import { HandOverForm } from "../../../captures/rights-request/hand-over-form.tsx";
import { QuestionForm } from "../../../captures/rights-request/question-form.tsx";
import { VoidForm } from "../../../captures/rights-request/void-form.tsx";
import { Banner } from "../../../ui/banner.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { FailureText } from "../../failure-text.tsx";
import { ReceiptPage } from "../receipt-page.tsx";
import type { CaseTask } from "./case-task.ts";
import { CaseView } from "./case-view.tsx";
import { RightsFormHost } from "./rights-form-host.tsx";

type View =
  | { at: "case" }
  | ({ at: "form" } & CaseTask)
  | { at: "slip"; id: string; isNew: boolean };

/** One request: where it stands, what the DPO asks, its result, and all that happened. */
export function CasePage({ id }: { id: string }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [view, setView] = useState<View>({ at: "case" });
  const read = useProcedure("cases.read", { id });
  const reference = useProcedure("reference.read", undefined);
  if (read.state === "failed") {
    return (
      <div className="p-8">
        <Banner tone="danger" title={t("cases.case.gone")}>
          <FailureText failure={read.failure} />
        </Banner>
      </div>
    );
  }
  const record =
    read.state === "ready" ? foldCase(id, read.value.captures, read.value.published) : null;
  if (record === null || reference.state !== "ready") {
    return (
      <div className="p-8">
        <Progress label={t("app.loading")} />
      </div>
    );
  }
  const showCase = () => setView({ at: "case" });
  if (view.at === "slip") {
    return (
      <ReceiptPage id={view.id} isNew={view.isNew} reference={reference.value} onDone={showCase} />
    );
  }
  if (view.at === "form") {
    return (
      <CaseForm
        record={record}
        task={view}
        onSaved={(saved) => setView({ at: "slip", id: saved, isNew: true })}
        onClose={showCase}
      />
    );
  }
  return (
    <CaseView
      record={record}
      reference={reference.value}
      onBack={() => navigate("/cases")}
      onTask={(task) => setView({ at: "form", ...task })}
      onSlip={() => setView({ at: "slip", id, isNew: false })}
    />
  );
}

type CaseFormProps = {
  record: CaseRecord;
  task: CaseTask;
  onSaved: (capture: string) => void;
  onClose: () => void;
};

function CaseForm({ record, task, onSaved, onClose }: CaseFormProps) {
  const name = task.task === "answer" ? `answer ${task.question}` : `${task.task} ${record.id}`;
  return (
    <RightsFormHost form={name} onSaved={(saved) => onSaved(saved.id)} onClose={onClose}>
      {(props) => {
        switch (task.task) {
          case "answer": {
            const question = record.progress.questions.find(({ id }) => id === task.question);
            return question && <QuestionForm {...props} record={record} question={question} />;
          }
          case "hand-over":
            return <HandOverForm {...props} record={record} />;
          case "correct":
            return (
              record.asked?.act === "request" && (
                <CorrectForm
                  {...props}
                  id={record.id}
                  number={record.number}
                  request={record.asked}
                />
              )
            );
          case "void":
            return <VoidForm {...props} record={record} />;
        }
      }}
    </RightsFormHost>
  );
}
