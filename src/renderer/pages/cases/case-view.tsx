import { ArrowLeft, Ban, HandHelping, Pencil, ReceiptText } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CaseRecord } from "../../../captures/rights-request/case-fold.ts";
import { makeCaseRow } from "../../../captures/rights-request/case-row.ts";
import { isClosed } from "../../../captures/rights-request/case-state.ts";
import { rightsRequestText } from "../../../captures/rights-request/text.ts";
import { readShopDay } from "../../../captures/shop-day.ts";
import type { Reference } from "../../../contract/reference.ts";
import { usualRightsSettings } from "../../../contract/rights.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { formatDay } from "../../../ui/thai-date.tsx";
import { useNow } from "../../frame/now.ts";
import { useLanguage } from "../../i18n.ts";
import { CaseDetails } from "./case-details.tsx";
import { CaseOutcome } from "./case-outcome.tsx";
import type { CaseTask } from "./case-task.ts";
import { CaseTimeline } from "./case-timeline.tsx";
import { DaysLeft } from "./days-left.tsx";

type CaseViewProps = {
  record: CaseRecord;
  reference: Reference;
  onBack: () => void;
  onTask: (task: CaseTask) => void;
  onSlip: () => void;
};

/** A case as the shop sees it: what to tell the customer first, then what happened. */
export function CaseView({ record, reference, onBack, onTask, onSlip }: CaseViewProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = rightsRequestText[language];
  const now = useNow();
  const row = makeCaseRow(record, readShopDay(new Date(now)));
  const soon = (reference.rightsSettings ?? usualRightsSettings).remindDays;
  const isHere = record.log.some(({ step }) => step === "received");
  const canChange = isHere && record.asked !== null && !record.isVoided;
  const icon = "size-5 shrink-0";
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-4 px-6 py-5">
      <div className="-mb-2">
        <Button
          variant="quiet"
          icon={<ArrowLeft aria-hidden="true" className={icon} />}
          onPress={onBack}
        >
          {t("cases.case.back")}
        </Button>
      </div>
      <header className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1">
          <h1 className="font-semibold text-2xl">
            {record.right === null ? t("cases.letterName") : words.rights[record.right].name}
          </h1>
          <p className="text-lg">
            <span className="font-mono">{record.number}</span>
            {record.person && ` · ${record.person}`}
          </p>
          <p className="mt-1 flex flex-wrap gap-2">
            <Badge tone="accent">{words.states[record.progress.state]}</Badge>
            {record.holdsFootage && <Badge tone="danger">{t("cases.hold")}</Badge>}
          </p>
        </div>
        <div className="flex flex-col items-end gap-1">
          <DaysLeft row={row} soon={soon} />
          {record.right !== null && (
            <span className="font-semibold text-lg">
              {t("cases.case.due", { day: formatDay(row.dueOn, language) })}
            </span>
          )}
          <span className="text-muted">
            {t("cases.case.received", { day: formatDay(row.receivedOn, language) })}
          </span>
        </div>
      </header>
      {record.isVoided && <Banner tone="warning" title={t("cases.case.voided")} />}
      {record.clockDoubtful && (
        <Banner tone="warning" announced={false}>
          {t("cases.case.doubtful")}
        </Banner>
      )}
      <CaseOutcome record={record} onTask={onTask} />
      <section className="flex flex-wrap gap-3" aria-label={t("cases.state")}>
        {row.waitsAtShop && !record.isVoided && (
          <Button
            variant="primary"
            size="large"
            icon={<HandHelping aria-hidden="true" className={icon} />}
            onPress={() => onTask({ task: "hand-over" })}
          >
            {t("cases.case.handOver")}
          </Button>
        )}
        {isHere && (
          <Button icon={<ReceiptText aria-hidden="true" className={icon} />} onPress={onSlip}>
            {t("cases.case.slip")}
          </Button>
        )}
        {canChange && record.asked?.act === "request" && !isClosed(record.progress) && (
          <Button
            icon={<Pencil aria-hidden="true" className={icon} />}
            onPress={() => onTask({ task: "correct" })}
          >
            {t("cases.case.correct")}
          </Button>
        )}
        {canChange && !isClosed(record.progress) && (
          <Button
            icon={<Ban aria-hidden="true" className={icon} />}
            onPress={() => onTask({ task: "void" })}
          >
            {t("cases.case.void")}
          </Button>
        )}
      </section>
      <div className="grid grid-cols-2 items-start gap-4">
        <CaseDetails record={record} />
        <CaseTimeline log={record.log} />
      </div>
    </div>
  );
}
