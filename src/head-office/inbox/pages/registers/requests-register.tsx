import { FileSpreadsheet } from "lucide-react";
import { useTranslation } from "react-i18next";
import { rightsRequestText } from "../../../../captures/rights-request/text.ts";
import type { InboxCaseRow } from "../../../../contract/inbox-case-procedures.ts";
import { Button } from "../../../../ui/button.tsx";
import { Table } from "../../../../ui/table.tsx";
import { formatDay } from "../../../../ui/thai-date.tsx";
import { Panel } from "../../frame/panel.tsx";
import { useLanguage } from "../../i18n.ts";
import { formCsv } from "../csv.ts";
import { saveFile } from "../save-file.ts";
import { countDaysTaken } from "./case-numbers.ts";

type RequestsRegisterProps = {
  cases: readonly InboxCaseRow[];
  nameBranch: (id: string) => string;
};

/** Columns of words; numbers and days stay in one line. */
const wraps: ReadonlySet<string> = new Set(["right", "branch", "reason"]);

/** Every request and what became of it, refusals with their reason (s.39). Nobody is named in it. */
export function RequestsRegister({ cases, nameBranch }: RequestsRegisterProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = rightsRequestText[language];
  const rows = cases.toSorted((one, other) => (one.receivedOn < other.receivedOn ? 1 : -1));
  const columns = [
    { id: "number", say: (row: InboxCaseRow) => row.number },
    {
      id: "right",
      say: (row: InboxCaseRow) => (row.right ? words.rights[row.right].name : t("cases.letter")),
    },
    { id: "branch", say: (row: InboxCaseRow) => nameBranch(row.branch) },
    { id: "received", say: (row: InboxCaseRow) => formatDay(row.receivedOn, language) },
    { id: "state", say: (row: InboxCaseRow) => words.states[row.state] },
    {
      id: "closed",
      say: (row: InboxCaseRow) => (row.closedOn ? formatDay(row.closedOn, language) : ""),
    },
    { id: "days", say: (row: InboxCaseRow) => countDaysTaken(row) ?? "" },
    {
      id: "reason",
      say: (row: InboxCaseRow) => (row.refusedFor ? words.refusals[row.refusedFor] : ""),
    },
  ] as const;

  function save(): void {
    const head = columns.map(({ id }) => t(`registers.${id}`));
    const lines = rows.map((row) => columns.map(({ say }) => say(row)));
    saveFile("requests.csv", "text/csv", formCsv([head, ...lines]));
  }

  return (
    <Panel
      flush
      title={t("registers.requests")}
      aside={
        <Button icon={<FileSpreadsheet className="size-5" />} onPress={save}>
          {t("registers.csv")}
        </Button>
      }
    >
      {rows.length === 0 ? (
        <p className="px-5 pb-4 text-muted">{t("registers.none")}</p>
      ) : (
        <Table
          label={t("registers.requests")}
          columns={columns.map(({ id, say }) => ({
            id,
            header: t(`registers.${id}`),
            isRowHeader: id === "number",
            show: (row: InboxCaseRow) => (
              <span className={wraps.has(id) ? "" : "whitespace-nowrap"}>{say(row)}</span>
            ),
          }))}
          rows={rows}
          keyOf={(row) => row.id}
        />
      )}
    </Panel>
  );
}
