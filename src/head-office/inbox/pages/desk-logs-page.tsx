import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeskLog } from "../../../contract/inbox-audit-procedures.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import type { Column } from "../../../ui/table.tsx";
import { formatMoment } from "../../../ui/thai-date.tsx";
import { useAnswer } from "../asking/use-asking.ts";
import { ListPanel } from "../frame/list-panel.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { Ready } from "../frame/ready.tsx";
import { useLanguage } from "../i18n.ts";
import { DeskLogView } from "./desk-logs/desk-log-view.tsx";

/** What was done at the shops' PCs, as each of them logged it, and whether those logs hold. */
export function DeskLogsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const logs = useAnswer("deskLogs.list", {}, { everyMs: 30_000 });
  const [looked, setLooked] = useState<DeskLog | null>(null);
  const columns: readonly Column<DeskLog>[] = [
    {
      id: "name",
      header: t("devices.device"),
      isRowHeader: true,
      show: (one) => (
        <span className="flex flex-col">
          <span>{one.name}</span>
          <span className="font-normal text-muted text-sm">
            {one.branch} · {t("devices.number", { number: one.number })}
          </span>
        </span>
      ),
    },
    {
      id: "heard",
      header: t("devices.lastSync"),
      show: (one) =>
        one.heardAt === null ? t("devices.never") : formatMoment(one.heardAt, language),
    },
    {
      id: "entries",
      header: t("deskLogs.entries"),
      show: (one) => (
        <span className="flex items-center gap-2">
          {one.entries}
          {one.behind > 0 && (
            <Badge tone="warning">{t("deskLogs.behind", { count: one.behind })}</Badge>
          )}
        </span>
      ),
    },
    {
      id: "state",
      header: t("deskLogs.title"),
      show: (one) =>
        one.openFaults > 0 ? (
          <Badge tone="danger">{t("deskLogs.faults", { count: one.openFaults })}</Badge>
        ) : (
          <Badge tone="success">{t("deskLogs.sound")}</Badge>
        ),
    },
    {
      id: "do",
      header: t("app.action"),
      align: "end",
      show: (one) => <Button onPress={() => setLooked(one)}>{t("deskLogs.open")}</Button>,
    },
  ];
  if (looked) return <DeskLogView log={looked} onBack={() => setLooked(null)} />;
  return (
    <>
      <PageHead title={t("deskLogs.title")} intro={t("deskLogs.intro")} />
      <Ready answer={logs}>
        {({ logs: list }) => (
          <ListPanel
            label={t("deskLogs.title")}
            columns={columns}
            rows={list}
            keyOf={(one) => one.id}
            none={t("deskLogs.none")}
          />
        )}
      </Ready>
    </>
  );
}
