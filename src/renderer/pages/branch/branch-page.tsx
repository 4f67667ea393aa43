import { useTranslation } from "react-i18next";
import type { BranchDay, BranchDevice } from "../../../contract/branch-picture.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { formatElapsed } from "../../../ui/elapsed-time.ts";
import { Progress } from "../../../ui/progress.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { formatDay, formatMoment } from "../../../ui/thai-date.tsx";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { FailureText } from "../../failure-text.tsx";
import { useNow } from "../../frame/now.ts";
import { useLanguage } from "../../i18n.ts";
import { PageHead } from "../page-head.tsx";
import { PageLink } from "../page-link.tsx";
import { DayChart } from "./day-chart.tsx";
import { formatMinutes } from "./format-minutes.ts";

/** Managers: how the branch's devices stand by head office, and how its last thirty days went. Needs a line. */
export function BranchPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const picture = useProcedure("branch.read", undefined);

  const devices: readonly Column<BranchDevice>[] = [
    {
      id: "name",
      header: t("branch.device"),
      isRowHeader: true,
      show: (one) => (
        <span className="flex items-center gap-2">
          <span className="font-mono">{one.number}</span>
          <span>{one.name}</span>
          {one.isOwn && <Badge tone="accent">{t("branch.thisOne")}</Badge>}
        </span>
      ),
    },
    {
      id: "seen",
      header: t("branch.lastSeen"),
      show: (one) =>
        one.lastSeenAt === null ? (
          t("branch.never")
        ) : (
          <time dateTime={one.lastSeenAt} title={formatMoment(one.lastSeenAt, language)}>
            {formatElapsed(one.lastSeenAt, now, language)}
          </time>
        ),
    },
    { id: "waiting", header: t("branch.waiting"), align: "end", show: countOf("waiting") },
    { id: "held", header: t("branch.held"), align: "end", show: countOf("held") },
    { id: "parked", header: t("branch.parked"), align: "end", show: countOf("parked") },
    {
      id: "version",
      header: t("branch.version"),
      align: "end",
      show: (one) => one.standing?.version ?? t("branch.untold"),
    },
  ];
  const days: readonly Column<BranchDay>[] = [
    {
      id: "day",
      header: t("branch.day"),
      isRowHeader: true,
      show: ({ day }) => formatDay(day, language),
    },
    { id: "taken", header: t("branch.taken"), align: "end", show: ({ taken }) => taken },
    { id: "sent", header: t("branch.sent"), align: "end", show: ({ sent }) => sent },
    {
      id: "usual",
      header: t("branch.usualDelay"),
      align: "end",
      show: ({ usualDelay }) => formatMinutes(usualDelay, language),
    },
    {
      id: "longest",
      header: t("branch.longestDelay"),
      align: "end",
      show: ({ longestDelay }) => formatMinutes(longestDelay, language),
    },
  ];

  function countOf(name: "waiting" | "held" | "parked") {
    return (one: BranchDevice) => one.standing?.[name] ?? t("branch.untold");
  }

  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-4 px-8 py-7">
      <PageHead
        title={t("branch.title")}
        intro={t("branch.intro")}
        action={<Button onPress={() => void picture.again()}>{t("branch.again")}</Button>}
      />
      <PageLink to="/pending">{t("review.back")}</PageLink>
      {picture.state === "waiting" && <Progress label={t("branch.asking")} />}
      {picture.state === "failed" && (
        <Banner tone="warning">
          {picture.failure.code === "head-office-unreachable" ? (
            t("branch.noLine")
          ) : (
            <FailureText failure={picture.failure} />
          )}
        </Banner>
      )}
      {picture.state === "ready" && (
        <>
          <div className="rounded-panel border border-line bg-card shadow-panel">
            <Table
              label={t("branch.devices")}
              columns={devices}
              rows={picture.value.devices}
              keyOf={({ number }) => String(number)}
            />
          </div>
          <section className="flex flex-col gap-3 rounded-panel border border-line bg-card px-5 py-4 shadow-panel">
            <h2 className="font-semibold text-lg">{t("branch.perDay")}</h2>
            <p className="flex gap-5 text-muted text-sm">
              <span className="flex items-center gap-2">
                <span aria-hidden="true" className="size-3 bg-accent" />
                {t("branch.taken")}
              </span>
              <span className="flex items-center gap-2">
                <span aria-hidden="true" className="size-3 border border-accent bg-accent-soft" />
                {t("branch.sent")}
              </span>
            </p>
            <DayChart days={picture.value.days} />
          </section>
          <div className="rounded-panel border border-line bg-card shadow-panel">
            <Table
              label={t("branch.perDay")}
              columns={days}
              rows={picture.value.days.toReversed().filter(({ taken, sent }) => taken + sent > 0)}
              keyOf={({ day }) => day}
            />
          </div>
        </>
      )}
    </div>
  );
}
