import { useTranslation } from "react-i18next";
import type { CaseRecord } from "../../../captures/rights-request/case-fold.ts";
import { isClosed } from "../../../captures/rights-request/case-state.ts";
import { rightsRequestText } from "../../../captures/rights-request/text.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { useLanguage } from "../../i18n.ts";
import type { CaseTask } from "./case-task.ts";

type CaseOutcomeProps = { record: CaseRecord; onTask: (task: CaseTask) => void };

/** What the DPO wants of the shop or tells the customer: questions, a pause, the result, a refusal. */
export function CaseOutcome({ record, onTask }: CaseOutcomeProps) {
  const { t } = useTranslation();
  const words = rightsRequestText[useLanguage()];
  const { questions, wait, extension, result, refusal, handOver } = record.progress;
  const isDead = record.asked?.act === "request" && record.asked.asker.who === "of-the-dead";
  return (
    <>
      {isDead && (
        <Banner tone="info" announced={false}>
          {t("cases.case.dead")}
        </Banner>
      )}
      {questions.map((question) => (
        <Banner
          key={question.id}
          tone={question.answer === null ? "warning" : "success"}
          title={t("cases.case.asked")}
          announced={false}
          action={
            question.answer === null &&
            !isClosed(record.progress) && (
              <Button
                variant="primary"
                onPress={() => onTask({ task: "answer", question: question.id })}
              >
                {t("cases.case.answerIt")}
              </Button>
            )
          }
        >
          <p className="whitespace-pre-line text-lg">{question.words}</p>
          {question.answer && (
            <p className="whitespace-pre-line">
              {t("cases.case.answered", { words: question.answer.words })}
            </p>
          )}
        </Banner>
      ))}
      {wait && (
        <Banner tone="info" announced={false}>
          <p>{t("cases.case.waiting", { reason: words.pauseReasons[wait.reason] })}</p>
          <p className="whitespace-pre-line">{wait.words}</p>
        </Banner>
      )}
      {extension && (
        <Banner tone="info" announced={false}>
          {t("cases.case.extended", { count: extension.days, letter: extension.letter })}
        </Banner>
      )}
      {result && (
        <Banner tone="success" title={t("cases.case.result")} announced={false}>
          <p className="whitespace-pre-line text-lg">{result.words}</p>
          <p>{t("cases.case.resultBy", { way: words.answerWays[result.answeredBy] })}</p>
          {handOver && (
            <p className="font-medium">
              {t("cases.case.handedOver", { receiver: handOver.receiver })}
            </p>
          )}
        </Banner>
      )}
      {refusal && (
        <Banner
          tone="warning"
          announced={false}
          title={t("cases.case.refused", { reason: words.refusals[refusal.reason] })}
        >
          <p className="whitespace-pre-line text-lg">{refusal.words}</p>
          <p className="text-muted text-sm">{t("cases.case.refusedNote")}</p>
        </Banner>
      )}
    </>
  );
}
