import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { rightsRequestText } from "../../../../captures/rights-request/text.ts";
import type { InboxCaseRow } from "../../../../contract/inbox-case-procedures.ts";
import { Badge } from "../../../../ui/badge.tsx";
import { type Column, Table } from "../../../../ui/table.tsx";
import { formatDay } from "../../../../ui/thai-date.tsx";
import { useLanguage } from "../../i18n.ts";
import { DaysLeft } from "./days-left.tsx";
import { stateTones } from "./state-tones.ts";

type CaseTableProps = {
  rows: readonly InboxCaseRow[];
  nameBranch: (id: string) => string;
};

/** Cases, one a row. */
export function CaseTable({ rows, nameBranch }: CaseTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = rightsRequestText[language];
  const columns: readonly Column<InboxCaseRow>[] = [
    {
      id: "left",
      header: t("cases.left"),
      show: (row) => <DaysLeft row={row} closedOn={row.closedOn} />,
    },
    {
      id: "number",
      header: t("cases.number"),
      isRowHeader: true,
      show: (row) => (
        <Link
          to={`/cases/${row.id}`}
          aria-label={t("cases.openCase", { number: row.number })}
          className="inline-flex min-h-11 flex-col justify-center text-accent underline underline-offset-4"
        >
          <span className="whitespace-nowrap font-mono">{row.number}</span>
        </Link>
      ),
    },
    {
      id: "person",
      header: t("cases.person"),
      show: (row) => row.person ?? <span className="text-muted">{t("cases.nobody")}</span>,
    },
    {
      id: "right",
      header: t("cases.right"),
      show: (row) => (
        <span className="flex flex-col items-start gap-1">
          <span>{row.right ? words.rights[row.right].name : t("cases.letter")}</span>
          {row.holdsFootage && <Badge tone="danger">{t("cases.footage")}</Badge>}
        </span>
      ),
    },
    {
      id: "branch",
      header: t("cases.branch"),
      show: (row) => (
        <span className="flex flex-col">
          <span>{nameBranch(row.branch)}</span>
          <span className="whitespace-nowrap text-muted text-sm">
            {t("case.receivedOn", { day: formatDay(row.receivedOn, language) })}
          </span>
        </span>
      ),
    },
    {
      id: "state",
      header: t("cases.state"),
      show: (row) => (
        <span className="flex flex-col items-start gap-1">
          <Badge tone={stateTones[row.state]}>{words.states[row.state]}</Badge>
          {row.openQuestions > 0 && <Badge>{t("cases.question")}</Badge>}
          {row.waitsAtShop && <Badge tone="accent">{t("cases.atShop")}</Badge>}
          {row.clockDoubtful && <Badge tone="warning">{t("cases.doubtful")}</Badge>}
        </span>
      ),
    },
  ];
  return <Table label={t("cases.title")} columns={columns} rows={rows} keyOf={(row) => row.id} />;
}
