import { useTranslation } from "react-i18next";
import { captureKind } from "../../contract/envelope.ts";
import type { PendingItem } from "../../contract/ipc.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { formatElapsed } from "../../ui/elapsed-time.ts";
import { type Column, Table } from "../../ui/table.tsx";
import { formatMoment, Moment } from "../../ui/thai-date.tsx";
import { useNow } from "../frame/now.ts";
import { useLanguage } from "../i18n.ts";
import { useReasonWords } from "./pending-reason.ts";

type PendingTableProps = {
  items: readonly PendingItem[];
  isBusy: boolean;
  onSendAgain: (id: string) => void;
};

/** What waits or is set aside, one a row. */
export function PendingTable({ items, isBusy, onSendAgain }: PendingTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const sayReason = useReasonWords();

  function nameKind(kind: string): string {
    const known = captureKind.safeParse(kind);
    return known.success ? t(`kind.${known.data}`) : kind;
  }

  const columns: readonly Column<PendingItem>[] = [
    {
      id: "receipt",
      header: t("pending.receipt"),
      isRowHeader: true,
      show: (item) => (
        <span className="flex flex-col items-start gap-0.5">
          <span className="whitespace-nowrap font-mono">{item.receiptNumber}</span>
          <span className="font-normal text-sm">{nameKind(item.kind)}</span>
          {item.urgency === "withdrawal" && <Badge tone="accent">{t("pending.withdrawal")}</Badge>}
        </span>
      ),
    },
    {
      id: "who",
      header: t("pending.who"),
      show: (item) => item.staffName?.[language] ?? item.staff,
    },
    {
      id: "age",
      header: t("pending.age"),
      show: (item) => (
        <time
          dateTime={item.capturedAt}
          title={formatMoment(item.capturedAt, language)}
          className="whitespace-nowrap"
        >
          {formatElapsed(item.capturedAt, now, language)}
        </time>
      ),
    },
    {
      id: "state",
      header: t("pending.state"),
      show: (item) => (
        <span className="flex flex-col items-start gap-1">
          <Badge tone={item.state === "parked" ? "danger" : "warning"}>
            {t(item.state === "parked" ? "pending.parked" : "pending.waiting")}
          </Badge>
          <span className="whitespace-nowrap text-muted text-sm">
            {t("pending.tries", { count: item.tries })}
          </span>
        </span>
      ),
    },
    {
      id: "reason",
      header: t("pending.reason"),
      show: (item) => (
        <span className="flex max-w-md flex-col">
          <span>{item.reason === null ? t("pending.notTried") : sayReason(item.reason)}</span>
          {item.nextTryAt && item.state === "waiting" && (
            <span className="text-muted text-sm">
              {t("pending.nextTry")} <Moment at={item.nextTryAt} language={language} />
            </span>
          )}
          {item.lastTriedAt && (item.state === "parked" || !item.nextTryAt) && (
            <span className="text-muted text-sm">
              {t("pending.lastTry")} <Moment at={item.lastTriedAt} language={language} />
            </span>
          )}
        </span>
      ),
    },
    {
      id: "action",
      header: t("pending.action"),
      align: "end",
      show: (item) => (
        <Button
          isDisabled={isBusy}
          aria-label={`${t("pending.retryOne")}: ${item.receiptNumber}`}
          onPress={() => onSendAgain(item.id)}
        >
          {t("pending.retryOne")}
        </Button>
      ),
    },
  ];

  return (
    <div className="rounded-panel border border-line bg-card shadow-panel">
      <Table label={t("pending.title")} columns={columns} rows={items} keyOf={(item) => item.id} />
    </div>
  );
}
