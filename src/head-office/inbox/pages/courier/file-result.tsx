import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { courierFileEnding } from "../../../../contract/courier.ts";
import { Badge } from "../../../../ui/badge.tsx";
import { Banner } from "../../../../ui/banner.tsx";
import { Button } from "../../../../ui/button.tsx";
import { Panel } from "../../frame/panel.tsx";
import { useNames } from "../../frame/use-names.ts";
import { saveFile } from "../save-file.ts";
import { useCountWords } from "./count-words.ts";
import { type FileTaking, formAnswerFile } from "./take-file.ts";

/** What came of a file, PC by PC, and the answer to carry back. */
export function FileResult({ name, taking }: { name: string; taking: FileTaking }) {
  const { t } = useTranslation();
  const { nameBranch } = useNames();
  const sayCounts = useCountWords();
  const { shares, notOpened, answers, stopped } = taking;
  const isWell = stopped === null && notOpened.length === 0 && answers.length > 0;
  const answerName = name.replace(new RegExp(`\\${courierFileEnding}$`), "");
  return (
    <Panel title={t("courier.result", { name })}>
      {isWell && <Banner tone="success">{t("courier.whole")}</Banner>}
      {stopped && (
        <Banner tone="danger" title={t("courier.stopped")}>
          {t(`refusal.${stopped.error}`)}
        </Banner>
      )}
      {notOpened.length > 0 && (
        <Banner tone="warning" title={t("courier.notOpened")}>
          <ul className="list-disc ps-5">
            {notOpened.map(({ reason, count }) => (
              <li key={reason}>
                {t(`courier.reason.${reason}`)} {t("courier.parts", { count })}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {stopped === null && notOpened.length === 0 && answers.length === 0 && (
        <Banner tone="info">{t("courier.empty")}</Banner>
      )}
      <ul className="flex flex-col gap-3">
        {shares.map(({ maker, ...counts }) => (
          <li key={maker.id}>
            <p className="flex flex-wrap items-center gap-2 font-semibold">
              {maker.name} · {t("devices.number", { number: maker.number })} ·{" "}
              {nameBranch(maker.branch)}
              {maker.revoked && <Badge tone="danger">{t("devices.revoked")}</Badge>}
            </p>
            <p>{sayCounts(counts)}</p>
          </li>
        ))}
      </ul>
      {answers.length > 0 && (
        <div className="flex flex-wrap items-center gap-3">
          <Button
            icon={<Download aria-hidden="true" className="size-5" />}
            onPress={() =>
              saveFile(
                `${answerName}-answer${courierFileEnding}`,
                "application/octet-stream",
                formAnswerFile(answers),
              )
            }
          >
            {t("courier.saveAnswer")}
          </Button>
          <p className="max-w-2xl flex-1 text-muted text-sm">{t("courier.answerHelp")}</p>
        </div>
      )}
    </Panel>
  );
}
