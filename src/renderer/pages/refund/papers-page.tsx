import { FileCheck2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { readShopDay } from "../../../captures/shop-day.ts";
import type { Failure } from "../../../contract/failure.ts";
import type { StaffId } from "../../../contract/ids.ts";
import type { LyingPaper } from "../../../contract/refund-procedures.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { useFunctionKey } from "../../../ui/function-keys.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { formatDay } from "../../../ui/thai-date.tsx";
import { call } from "../../bridge/call.ts";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { FailureText } from "../../failure-text.tsx";
import { useLanguage } from "../../i18n.ts";
import { PageHead } from "../page-head.tsx";
import { VouchDialog } from "./vouch-dialog.tsx";

type Shredding = { paper: LyingPaper; request: string; isDone: boolean };

/** Copies on paper: where each lies, what is due, and shredding with a second person as witness. */
export function PapersPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [, navigate] = useLocation();
  const papers = useProcedure("paper.list", undefined);
  const roster = useProcedure("session.roster", undefined);
  const session = useProcedure("session.current", undefined);
  const [shredding, setShredding] = useState<Shredding | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [news, setNews] = useState<string | null>(null);
  const add = () => navigate("/papers/new");
  useFunctionKey("F4", add, { label: t("refunds.papers.add") });
  const own = session.state === "ready" ? session.value?.staff : null;
  const witnesses =
    roster.state === "ready"
      ? roster.value.people.filter(({ staff, locked }) => staff !== own && !locked)
      : [];

  async function note(witness: StaffId): Promise<void> {
    if (!shredding) return;
    const { paper, request } = shredding;
    const day = readShopDay(new Date());
    const payload = { act: "shred", subject: paper.subject, day, witness };
    const input = { request, kind: "id-copy", payload, amends: paper.id, notice: null } as const;
    const answer = await call("capture.submit", input);
    setShredding(null);
    setFailure(answer.ok ? null : answer.failure);
    setNews(answer.ok ? t("refunds.papers.shredded", { label: paper.label }) : null);
    await papers.again();
  }

  const columns: readonly Column<LyingPaper>[] = [
    {
      id: "label",
      header: t("refunds.papers.label"),
      isRowHeader: true,
      show: (one) => one.label,
    },
    { id: "place", header: t("refunds.papers.place"), show: (one) => one.place },
    {
      id: "document",
      header: t("refunds.papers.document"),
      show: (one) => t(`copyWindow.document.${one.document}`),
    },
    {
      id: "of",
      header: t("refunds.papers.of"),
      show: (one) =>
        one.refund ? `${one.refund.name} · ${one.refund.receiptNumber}` : t("refunds.papers.stray"),
    },
    {
      id: "destroyBy",
      header: t("refunds.papers.destroyBy"),
      show: (one) => (
        <span className="flex flex-wrap items-center gap-2 whitespace-nowrap">
          {formatDay(one.destroyBy, language)}
          {one.isDue && <Badge tone="danger">{t("refunds.papers.due")}</Badge>}
        </span>
      ),
    },
    {
      id: "action",
      header: t("refunds.action"),
      align: "end",
      show: (one) => (
        <Button
          aria-label={t("refunds.papers.shredOf", { label: one.label })}
          onPress={() => {
            setNews(null);
            setFailure(null);
            setShredding({ paper: one, request: crypto.randomUUID(), isDone: false });
          }}
        >
          {t("refunds.papers.shred")}
        </Button>
      ),
    },
  ];

  return (
    <div className="mx-auto flex max-w-7xl flex-col gap-4 px-8 py-7">
      <PageHead
        title={t("refunds.papers.title")}
        intro={t("refunds.papers.intro")}
        action={
          <span className="flex gap-3">
            <Button onPress={() => navigate("/refunds")}>{t("refunds.title")}</Button>
            <Button variant="primary" hint="F4" onPress={add}>
              {t("refunds.papers.add")}
            </Button>
          </span>
        }
      />
      {failure && (
        <Banner tone="danger">
          <FailureText failure={failure} />
        </Banner>
      )}
      {news && <Banner tone="success">{news}</Banner>}
      {papers.state === "waiting" && <Progress label={t("app.loading")} />}
      {papers.state === "failed" && (
        <Banner tone="danger">
          <FailureText failure={papers.failure} />
        </Banner>
      )}
      {papers.state === "ready" &&
        (papers.value.length === 0 ? (
          <div className="flex flex-col items-center gap-3 rounded-panel border border-line bg-card px-8 py-14 text-center shadow-panel">
            <FileCheck2 aria-hidden="true" className="size-14 text-success" strokeWidth={1.5} />
            <h2 className="font-semibold text-xl">{t("refunds.papers.emptyTitle")}</h2>
            <p className="text-muted">{t("refunds.papers.emptyText")}</p>
          </div>
        ) : (
          <div className="rounded-panel border border-line bg-card shadow-panel">
            <Table
              label={t("refunds.papers.title")}
              columns={columns}
              rows={papers.value}
              keyOf={(one) => one.id}
            />
          </div>
        ))}
      <Dialog
        title={t("refunds.papers.shredTitle", { label: shredding?.paper.label ?? "" })}
        isOpen={shredding !== null && !shredding.isDone}
        onClose={() => setShredding(null)}
        closeLabel={t("app.close")}
        role="alertdialog"
        size="small"
        footer={
          <>
            <Button autoFocus onPress={() => setShredding(null)}>
              {t("refunds.papers.shredNo")}
            </Button>
            <Button
              variant="primary"
              onPress={() => shredding && setShredding({ ...shredding, isDone: true })}
            >
              {t("refunds.papers.shredYes")}
            </Button>
          </>
        }
      >
        <p>{t("refunds.papers.shredText")}</p>
      </Dialog>
      <VouchDialog
        title={t("refunds.vouch.witnessTitle")}
        text={t("refunds.vouch.witnessText")}
        people={witnesses}
        request={shredding?.request ?? ""}
        isOpen={shredding?.isDone ?? false}
        onDone={(witness) => void note(witness)}
        onClose={() => setShredding(null)}
      />
    </div>
  );
}
