import { CirclePlus, WalletCards } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { readShopDay } from "../../../captures/shop-day.ts";
import type { Failure } from "../../../contract/failure.ts";
import type { RefundSummary } from "../../../contract/refund-procedures.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { formatBaht } from "../../../ui/format-baht.ts";
import { useFunctionKey } from "../../../ui/function-keys.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { formatDay, formatMoment } from "../../../ui/thai-date.tsx";
import { call } from "../../bridge/call.ts";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { FailureText } from "../../failure-text.tsx";
import { useLanguage } from "../../i18n.ts";
import { PageHead } from "../page-head.tsx";
import { LeftoverCard } from "./leftover-card.tsx";

/** Refunds of this PC: what is open, and where each proof is. */
export function RefundsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [, navigate] = useLocation();
  const refunds = useProcedure("refund.list", undefined);
  const reference = useProcedure("reference.read", undefined);
  const [closing, setClosing] = useState<{ refund: RefundSummary; request: string } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const begin = () => navigate("/refunds/new");
  useFunctionKey("F4", begin, { label: t("refunds.new") });
  const rows = refunds.state === "ready" ? [...refunds.value.open, ...refunds.value.closed] : [];
  const days = (reference.state === "ready" ? reference.value.copyRules?.daysKept : undefined) ?? 0;

  async function close(): Promise<void> {
    if (!closing) return;
    const { refund, request } = closing;
    const payload = { act: "refund-closed", subject: refund.subject, day: readShopDay(new Date()) };
    const input = { request, kind: "id-copy", payload, amends: refund.id, notice: null } as const;
    const answer = await call("capture.submit", input);
    setClosing(null);
    setFailure(answer.ok ? null : answer.failure);
    await refunds.again();
  }

  const columns: readonly Column<RefundSummary>[] = [
    {
      id: "name",
      header: t("refunds.name"),
      isRowHeader: true,
      show: (one) => (
        <>
          {one.name}
          {one.director && <span className="block font-normal text-sm">{one.director}</span>}
        </>
      ),
    },
    { id: "sale", header: t("refunds.sale"), show: (one) => one.sale },
    {
      id: "amount",
      header: t("refunds.amount"),
      align: "end",
      show: (one) => (
        <span className="whitespace-nowrap tabular-nums">
          {t("refunds.baht", { amount: formatBaht(one.amount) })}
        </span>
      ),
    },
    {
      id: "evidence",
      header: t("refunds.evidence"),
      show: (one) => (
        <>
          {t(`refunds.evidenceOf.${one.evidence}`)}
          {one.copy && (
            <span className="block text-muted text-sm">{t(`refunds.copy.${one.copy}`)}</span>
          )}
        </>
      ),
    },
    {
      id: "state",
      header: t("refunds.state"),
      show: (one) =>
        one.closedOn === null ? (
          <>
            <Badge tone="accent">{t("refunds.openSince")}</Badge>
            <span className="block text-muted text-sm">
              {formatMoment(one.capturedAt, language)}
            </span>
          </>
        ) : (
          <Badge>{t("refunds.closedOn", { day: formatDay(one.closedOn, language) })}</Badge>
        ),
    },
    {
      id: "action",
      header: t("refunds.action"),
      align: "end",
      show: (one) => (
        <span className="flex justify-end gap-2">
          <Button
            variant="quiet"
            aria-label={t("refunds.addPaperOf", { name: one.name })}
            onPress={() => navigate(`/papers/new/${one.id}/${one.subject}`)}
          >
            {t("refunds.addPaper")}
          </Button>
          {one.closedOn === null && (
            <Button
              aria-label={t("refunds.closeOf", { name: one.name })}
              onPress={() => {
                setFailure(null);
                setClosing({ refund: one, request: crypto.randomUUID() });
              }}
            >
              {t("refunds.close")}
            </Button>
          )}
        </span>
      ),
    },
  ];

  return (
    <div className="mx-auto flex max-w-7xl flex-col gap-4 px-8 py-7">
      <PageHead
        title={t("refunds.title")}
        intro={t("refunds.intro")}
        action={
          <span className="flex gap-3">
            <Button onPress={() => navigate("/papers")}>{t("refunds.papers.title")}</Button>
            <Button
              variant="primary"
              hint="F4"
              icon={<CirclePlus aria-hidden="true" className="size-5" />}
              onPress={begin}
            >
              {t("refunds.new")}
            </Button>
          </span>
        }
      />
      {/* Also after a lock, which ends a copy without a word. */}
      <LeftoverCard />
      {failure && (
        <Banner tone="danger">
          <FailureText failure={failure} />
        </Banner>
      )}
      {refunds.state === "waiting" && <Progress label={t("app.loading")} />}
      {refunds.state === "failed" && (
        <Banner tone="danger">
          <FailureText failure={refunds.failure} />
        </Banner>
      )}
      {refunds.state === "ready" &&
        (rows.length === 0 ? (
          <div className="flex flex-col items-center gap-3 rounded-panel border border-line bg-card px-8 py-14 text-center shadow-panel">
            <WalletCards aria-hidden="true" className="size-14 text-accent" strokeWidth={1.5} />
            <h2 className="font-semibold text-xl">{t("refunds.emptyTitle")}</h2>
            <p className="text-muted">{t("refunds.emptyText")}</p>
          </div>
        ) : (
          <div className="rounded-panel border border-line bg-card shadow-panel">
            <Table
              label={t("refunds.title")}
              columns={columns}
              rows={rows}
              keyOf={(one) => one.id}
            />
          </div>
        ))}
      <Dialog
        title={t("refunds.closeTitle")}
        isOpen={closing !== null}
        onClose={() => setClosing(null)}
        closeLabel={t("app.close")}
        role="alertdialog"
        size="small"
        footer={
          <>
            <Button autoFocus onPress={() => setClosing(null)}>
              {t("refunds.closeNo")}
            </Button>
            <Button variant="primary" onPress={() => void close()}>
              {t("refunds.closeYes")}
            </Button>
          </>
        }
      >
        <p>
          {t("refunds.closeText", {
            name: closing?.refund.name ?? "",
            sale: closing?.refund.sale ?? "",
            days,
          })}
        </p>
      </Dialog>
    </div>
  );
}
