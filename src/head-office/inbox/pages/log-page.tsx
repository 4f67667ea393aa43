import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfficeAction } from "../../../contract/inbox-account-procedures.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { formatMoment } from "../../../ui/thai-date.tsx";
import { useAnswer } from "../asking/use-asking.ts";
import { PageHead } from "../frame/page-head.tsx";
import { Panel } from "../frame/panel.tsx";
import { Ready } from "../frame/ready.tsx";
import { useLanguage } from "../i18n.ts";
import { useActionWords } from "./action-words.ts";

/** What was done at head office, by whom, newest first. */
export function LogPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const sayAction = useActionWords();
  const [before, setBefore] = useState<number | null>(null);
  const page = useAnswer("actions.list", { before });
  const columns: readonly Column<OfficeAction>[] = [
    {
      id: "at",
      header: t("log.at"),
      isRowHeader: true,
      show: (one) => (
        <span className="whitespace-nowrap font-medium">{formatMoment(one.at, language)}</span>
      ),
    },
    { id: "by", header: t("log.by"), show: (one) => one.by ?? t("log.machine") },
    { id: "action", header: t("log.action"), show: (one) => sayAction(one.action) },
    {
      id: "about",
      header: t("log.about"),
      show: (one) => (
        <span className="font-mono text-sm">
          {Object.entries(one.about)
            .map(([name, value]) => `${name} ${value}`)
            .join(" · ")}
        </span>
      ),
    },
  ];
  return (
    <>
      <PageHead title={t("log.title")} intro={t("log.intro")} />
      <Ready answer={page}>
        {({ actions, whole, more }) => (
          <>
            {before === null && (
              <Banner tone={whole ? "success" : "danger"} announced={false}>
                {whole ? t("log.whole") : t("log.broken")}
              </Banner>
            )}
            <Panel flush>
              <Table
                label={t("log.title")}
                columns={columns}
                rows={actions}
                keyOf={(one) => String(one.sequence)}
              />
            </Panel>
            <div className="flex gap-3">
              {before !== null && (
                <Button onPress={() => setBefore(null)}>{t("log.newest")}</Button>
              )}
              {more && (
                <Button onPress={() => setBefore(actions.at(-1)?.sequence ?? null)}>
                  {t("log.older")}
                </Button>
              )}
            </div>
          </>
        )}
      </Ready>
    </>
  );
}
