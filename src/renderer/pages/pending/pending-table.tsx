import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { PendingItem } from "../../../contract/pending-procedures.ts";
import { Button } from "../../../ui/button.tsx";
import { formatElapsed } from "../../../ui/elapsed-time.ts";
import { type Column, Table } from "../../../ui/table.tsx";
import { formatMoment } from "../../../ui/thai-date.tsx";
import { useStaffNames } from "../../bridge/use-staff-names.ts";
import { useNow } from "../../frame/now.ts";
import { useLanguage } from "../../i18n.ts";
import { StateBadge, UrgencyBadges } from "./pending-badges.tsx";
import { useKindWords } from "./pending-kind.ts";
import { PendingWhy } from "./pending-why.tsx";

type PendingTableProps = { items: readonly PendingItem[] };

/** What head office does not have, one a row, in the order in which main gives it. */
export function PendingTable({ items }: PendingTableProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const language = useLanguage();
  const now = useNow();
  const nameKind = useKindWords();
  const nameStaff = useStaffNames();

  const columns: readonly Column<PendingItem>[] = [
    {
      id: "receipt",
      header: t("pending.receipt"),
      isRowHeader: true,
      show: (item) => (
        <span className="flex flex-col items-start gap-0.5">
          <span className="whitespace-nowrap font-mono">{item.receiptNumber}</span>
          <span className="font-normal text-sm">{nameKind(item.kind)}</span>
          <UrgencyBadges item={item} now={now} />
        </span>
      ),
    },
    { id: "about", header: t("pending.about"), show: (item) => item.about ?? t("pending.nobody") },
    {
      id: "who",
      header: t("pending.who"),
      show: (item) => (
        <span className="flex flex-col">
          <span>{nameStaff(item.staff)}</span>
          <time
            dateTime={item.capturedAt}
            title={formatMoment(item.capturedAt, language)}
            className="whitespace-nowrap text-muted text-sm"
          >
            {formatElapsed(item.capturedAt, now, language)}
          </time>
        </span>
      ),
    },
    { id: "state", header: t("pending.state"), show: (item) => <StateBadge state={item.state} /> },
    { id: "reason", header: t("pending.reason"), show: (item) => <PendingWhy item={item} /> },
    {
      id: "action",
      header: t("pending.action"),
      align: "end",
      show: (item) => (
        <Button
          aria-label={`${t("pending.look")}: ${item.receiptNumber}`}
          onPress={() => navigate(`/pending/of/${item.id}`)}
        >
          {t("pending.look")}
        </Button>
      ),
    },
  ];

  return (
    <div className="rounded-panel border border-line bg-card shadow-panel">
      <Table
        label={t("pending.title")}
        columns={columns}
        rows={items}
        keyOf={(item) => `${item.id} ${item.part}`}
      />
    </div>
  );
}
