import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CopyLogLine } from "../../../../contract/inbox-copy-procedures.ts";
import { Banner } from "../../../../ui/banner.tsx";
import { Button } from "../../../../ui/button.tsx";
import { type Column, Table } from "../../../../ui/table.tsx";
import { formatMoment } from "../../../../ui/thai-date.tsx";
import { useAnswer } from "../../asking/use-asking.ts";
import { Panel } from "../../frame/panel.tsx";
import { Ready } from "../../frame/ready.tsx";
import { useLanguage } from "../../i18n.ts";

/** Who opened which copy and why, and what was destroyed. */
export function CopyLogPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [before, setBefore] = useState<number | null>(null);
  const page = useAnswer("copies.log", { before });
  const columns: readonly Column<CopyLogLine>[] = [
    {
      id: "at",
      header: t("copies.at"),
      isRowHeader: true,
      show: (one) => formatMoment(one.at, language),
    },
    { id: "who", header: t("copies.who"), show: (one) => one.who ?? t("copies.headOffice") },
    { id: "action", header: t("copies.action"), show: (one) => t(`copies.actions.${one.action}`) },
    {
      id: "number",
      header: t("copies.number"),
      show: (one) => <span className="font-mono">{one.receiptNumber}</span>,
    },
    { id: "reason", header: t("copies.forWhat"), show: (one) => one.reason },
  ];
  return (
    <Ready answer={page}>
      {({ lines, whole, more }) => (
        <>
          {!whole && <Banner tone="danger">{t("copies.logBroken")}</Banner>}
          <Panel flush title={t("copies.log")} intro={whole ? t("copies.logWhole") : null}>
            {lines.length === 0 ? (
              <p className="px-5 pb-4 text-muted">{t("copies.logEmpty")}</p>
            ) : (
              <Table
                label={t("copies.log")}
                columns={columns}
                rows={lines}
                keyOf={(one) => String(one.entry)}
              />
            )}
          </Panel>
          <div className="flex gap-3">
            {before !== null && (
              <Button onPress={() => setBefore(null)}>{t("copies.newest")}</Button>
            )}
            {more && (
              <Button onPress={() => setBefore(lines.at(-1)?.entry ?? null)}>
                {t("copies.older")}
              </Button>
            )}
          </div>
        </>
      )}
    </Ready>
  );
}
