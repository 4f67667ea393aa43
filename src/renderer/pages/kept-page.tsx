import { useTranslation } from "react-i18next";
import type { ProcedureOutput } from "../../contract/ipc.ts";
import { Banner } from "../../ui/banner.tsx";
import { Progress } from "../../ui/progress.tsx";
import { type Column, Table } from "../../ui/table.tsx";
import { formatDay, Moment } from "../../ui/thai-date.tsx";
import { useProcedure } from "../bridge/use-procedure.ts";
import { FailureText } from "../failure-text.tsx";
import { useLanguage } from "../i18n.ts";
import { en } from "../text/en.ts";
import { KeyCare } from "./keys/key-care.tsx";
import { PageHead } from "./page-head.tsx";
import { PageLink } from "./page-link.tsx";

type Kept = ProcedureOutput<"retention.read">["kinds"][number];

const dayMs = 24 * 60 * 60 * 1000;

/** Managers: what personal data this PC keeps, and until when. */
export function KeptPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const kept = useProcedure("retention.read", undefined);

  // A kind of a newer version stands by its name.
  const nameKind = (kind: string) =>
    kind in en.kind ? t(`kind.${kind as keyof typeof en.kind}`) : kind;

  const columnsFor = (days: number, eventDays: number): readonly Column<Kept>[] => [
    {
      id: "kind",
      header: t("kept.kind"),
      isRowHeader: true,
      show: (one) => nameKind(one.kind),
    },
    { id: "count", header: t("kept.count"), show: (one) => one.kept },
    {
      id: "oldest",
      header: t("kept.oldest"),
      show: (one) => <Moment at={one.oldest} language={language} />,
    },
    {
      id: "until",
      header: t("kept.until"),
      show: (one) =>
        one.kind === "event-photo-opt-out"
          ? t("kept.untilEvent", { count: eventDays })
          : t("kept.untilDay", {
              day: formatDay(
                new Date(Date.parse(one.oldest) + days * dayMs).toISOString(),
                language,
              ),
            }),
    },
  ];

  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-4 px-8 py-7">
      <PageHead title={t("kept.title")} intro={t("kept.intro")} />
      <PageLink to="/pending">{t("kept.back")}</PageLink>
      {kept.state === "waiting" && <Progress label={t("app.loading")} />}
      {kept.state === "failed" && (
        <Banner tone="danger">
          <FailureText failure={kept.failure} />
        </Banner>
      )}
      {kept.state === "ready" && (
        <>
          <Banner tone="info" announced={false}>
            {t("kept.rule", { count: kept.value.days })}
          </Banner>
          {kept.value.waiting > 0 && (
            <Banner tone="warning" announced={false}>
              {t("kept.waiting", { count: kept.value.waiting })}
            </Banner>
          )}
          {kept.value.kinds.length === 0 ? (
            <Banner tone="success">{t("kept.nothing")}</Banner>
          ) : (
            <div className="rounded-panel border border-line bg-card shadow-panel">
              <Table
                label={t("kept.title")}
                columns={columnsFor(kept.value.days, kept.value.eventDays)}
                rows={kept.value.kinds}
                keyOf={(one) => one.kind}
              />
            </div>
          )}
          <h2 className="font-semibold text-lg">{t("kept.restTitle")}</h2>
          <ul className="list-disc pl-6">
            <li>{t("kept.copies")}</li>
            <li>{t("kept.drafts")}</li>
            <li>{t("kept.headers")}</li>
          </ul>
          <KeyCare />
        </>
      )}
    </div>
  );
}
