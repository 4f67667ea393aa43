import { useTranslation } from "react-i18next";
import { rightsRequestText } from "../../../captures/rights-request/text.ts";
import type { CaseRow } from "../../../contract/case-procedures.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { formatDay } from "../../../ui/thai-date.tsx";
import { useLanguage } from "../../i18n.ts";
import { DaysLeft, isOverdue } from "./days-left.tsx";

type CaseTableProps = { rows: readonly CaseRow[]; soon: number; onOpen: (id: string) => void };

/** Requests in the order of work, one a row. */
export function CaseTable({ rows, soon, onOpen }: CaseTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = rightsRequestText[language];
  const columns: readonly Column<CaseRow>[] = [
    {
      id: "number",
      header: t("cases.number"),
      isRowHeader: true,
      show: (row) => (
        <span className="flex flex-col items-start gap-1">
          <span className="whitespace-nowrap font-mono">{row.number}</span>
          {row.holdsFootage && <Badge tone="danger">{t("cases.hold")}</Badge>}
        </span>
      ),
    },
    {
      id: "what",
      header: t("cases.what"),
      show: (row) => (
        <span className="flex flex-col">
          <span className="font-medium">
            {row.right === null ? t("cases.letterName") : words.rights[row.right].name}
          </span>
          {row.person && <span className="text-muted">{row.person}</span>}
        </span>
      ),
    },
    {
      id: "received",
      header: t("cases.received"),
      show: (row) => (
        <span className="flex flex-col items-start gap-1">
          <span className="whitespace-nowrap">{formatDay(row.receivedOn, language)}</span>
          {row.clockDoubtful && <Badge tone="warning">{t("cases.doubtful")}</Badge>}
        </span>
      ),
    },
    {
      id: "due",
      header: t("cases.due"),
      show: (row) => (
        <span className="flex flex-col items-start gap-1">
          <DaysLeft row={row} soon={soon} />
          {row.right !== null && (
            <span
              className={`whitespace-nowrap text-sm ${isOverdue(row) ? "text-danger" : "text-muted"}`}
            >
              {formatDay(row.dueOn, language)}
            </span>
          )}
        </span>
      ),
    },
    {
      id: "state",
      header: t("cases.state"),
      show: (row) => (
        <span className="flex flex-col items-start gap-1">
          <span>{words.states[row.state]}</span>
          {row.openQuestions > 0 && <Badge tone="accent">{t("cases.asks")}</Badge>}
          {row.waitsAtShop && <Badge tone="accent">{t("cases.fetch")}</Badge>}
        </span>
      ),
    },
    {
      id: "open",
      header: t("cases.open"),
      align: "end",
      show: (row) => (
        <Button
          aria-label={t("cases.openThis", { number: row.number })}
          onPress={() => onOpen(row.id)}
        >
          {t("cases.open")}
        </Button>
      ),
    },
  ];
  return (
    <div className="overflow-x-auto rounded-panel border border-line bg-card shadow-panel">
      <Table label={t("cases.title")} columns={columns} rows={rows} keyOf={(row) => row.id} />
    </div>
  );
}
