import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeskLog, DeskLogEntry } from "../../../../contract/inbox-audit-procedures.ts";
import { Banner } from "../../../../ui/banner.tsx";
import { Button } from "../../../../ui/button.tsx";
import type { Column } from "../../../../ui/table.tsx";
import { formatMoment } from "../../../../ui/thai-date.tsx";
import { useAct, useAnswer } from "../../asking/use-asking.ts";
import { ListPanel } from "../../frame/list-panel.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { Panel } from "../../frame/panel.tsx";
import { Ready } from "../../frame/ready.tsx";
import { RefusalBanner } from "../../frame/refusal-banner.tsx";
import { useMayAct } from "../../frame/who.tsx";
import { useLanguage } from "../../i18n.ts";
import { deskLogsEn } from "../../text/desk-logs-en.ts";

const { did } = deskLogsEn.deskLogs;

/** One PC's log, newest first, with what is wrong with it on top. */
export function DeskLogView({ log, onBack }: { log: DeskLog; onBack: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayAct = useMayAct();
  const [before, setBefore] = useState<number | null>(null);
  const page = useAnswer("deskLogs.read", { device: log.id, before });
  const markSeen = useAct("deskLogs.markSeen");
  // An action that a newer desk wrote stands by its name.
  const sayAction = (action: string) =>
    action in did ? t(`deskLogs.did.${action as keyof typeof did}`) : action;
  const columns: readonly Column<DeskLogEntry>[] = [
    {
      id: "at",
      header: t("deskLogs.at"),
      isRowHeader: true,
      show: (one) => (
        <span className="whitespace-nowrap font-medium">{formatMoment(one.at, language)}</span>
      ),
    },
    { id: "staff", header: t("deskLogs.staff"), show: (one) => one.staff ?? t("deskLogs.nobody") },
    { id: "action", header: t("deskLogs.action"), show: (one) => sayAction(one.action) },
    {
      id: "subject",
      header: t("deskLogs.subject"),
      show: (one) => <span className="break-all font-mono text-sm">{one.subject}</span>,
    },
  ];
  return (
    <>
      <PageHead title={t("deskLogs.of", { name: log.name })} intro={t("deskLogs.intro")} />
      <div>
        <Button icon={<ArrowLeft className="size-5" />} onPress={onBack}>
          {t("deskLogs.back")}
        </Button>
      </div>
      <RefusalBanner refusal={markSeen.refusal} />
      <Ready answer={page}>
        {({ entries, faults, whole, more }) => (
          <>
            {before === null && (
              <Banner
                tone={!whole ? "danger" : faults.length > 0 ? "warning" : "success"}
                announced={false}
              >
                {!whole
                  ? t("deskLogs.notWhole")
                  : faults.length > 0
                    ? t("deskLogs.alarm")
                    : t("deskLogs.whole")}
              </Banner>
            )}
            {before === null && faults.length > 0 && (
              <Panel title={t("deskLogs.faults", { count: faults.length })}>
                <ul className="flex flex-col gap-1">
                  {faults.map(({ sequence, fault, foundAt, seenAt }) => (
                    <li key={`${sequence} ${fault}`}>
                      {formatMoment(foundAt, language)} ·{" "}
                      {t(`deskLogs.fault.${fault}`, { sequence })}{" "}
                      {seenAt !== null && (
                        <span className="text-muted">
                          {t("deskLogs.seen", { at: formatMoment(seenAt, language) })}
                        </span>
                      )}
                    </li>
                  ))}
                </ul>
                {mayAct && faults.some(({ seenAt }) => seenAt === null) && (
                  <Button
                    variant="primary"
                    isPending={markSeen.isRunning}
                    onPress={() => void markSeen.run({ device: log.id })}
                  >
                    {t("deskLogs.markSeen")}
                  </Button>
                )}
              </Panel>
            )}
            <ListPanel
              label={t("deskLogs.of", { name: log.name })}
              columns={columns}
              rows={entries}
              keyOf={(one) => `${one.sequence} ${one.at} ${one.action}`}
              none={t("deskLogs.empty")}
            />
            <div className="flex gap-3">
              {before !== null && (
                <Button onPress={() => setBefore(null)}>{t("deskLogs.newest")}</Button>
              )}
              {more && (
                <Button onPress={() => setBefore(entries.at(-1)?.sequence ?? null)}>
                  {t("deskLogs.older")}
                </Button>
              )}
            </div>
          </>
        )}
      </Ready>
    </>
  );
}
