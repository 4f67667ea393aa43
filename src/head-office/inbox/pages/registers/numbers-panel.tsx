import { useTranslation } from "react-i18next";
import { rightsRequestText } from "../../../../captures/rights-request/text.ts";
import type { InboxCaseRow } from "../../../../contract/inbox-case-procedures.ts";
import { type Column, Table } from "../../../../ui/table.tsx";
import { Panel } from "../../frame/panel.tsx";
import { useLanguage } from "../../i18n.ts";
import { countCases, type NumbersRow } from "./case-numbers.ts";
import { CountBar } from "./count-bar.tsx";
import { MonthChart } from "./month-chart.tsx";

type NumbersPanelProps = {
  cases: readonly InboxCaseRow[];
  nameBranch: (id: string) => string;
};

/** Requests counted by month, right and branch, with the median of the days they took. */
export function NumbersPanel({ cases, nameBranch }: NumbersPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = rightsRequestText[language];
  const nameMonth = (month: string) =>
    new Intl.DateTimeFormat(language === "th" ? "th-TH-u-ca-buddhist-nu-latn" : "en-GB", {
      month: "short",
      year: "2-digit",
      timeZone: "UTC",
    }).format(new Date(`${month}-01T00:00:00Z`));
  const months = countCases(cases, ({ receivedOn }) => receivedOn.slice(0, 7));
  const tables = [
    { title: t("registers.byMonth"), rows: months, name: nameMonth },
    {
      title: t("registers.byRight"),
      rows: countCases(cases, ({ right }) =>
        right ? words.rights[right].name : t("cases.letter"),
      ),
      name: (key: string) => key,
    },
    {
      title: t("registers.byBranch"),
      rows: countCases(cases, ({ branch }) => nameBranch(branch)),
      name: (key: string) => key,
    },
  ];
  const number = (id: "count" | "open" | "done" | "refused"): Column<NumbersRow> => ({
    id,
    header: t(`registers.${id}`),
    align: "end",
    show: (row) => row[id],
  });
  return (
    <>
      <Panel title={t("registers.perMonth")}>
        <MonthChart rows={months} name={nameMonth} />
      </Panel>
      {tables.map(({ title, rows, name }) => (
        <Panel key={title} flush title={title}>
          <Table
            label={title}
            columns={[
              { id: "key", header: title, isRowHeader: true, show: (row) => name(row.key) },
              {
                id: "bar",
                header: t("registers.share"),
                show: ({ count, open }) => (
                  <CountBar
                    count={count}
                    open={open}
                    most={Math.max(...rows.map((one) => one.count))}
                  />
                ),
              },
              number("count"),
              number("open"),
              number("done"),
              number("refused"),
              {
                id: "median",
                header: t("registers.median"),
                align: "end",
                show: (row) => row.medianDays ?? "–",
              },
            ]}
            rows={rows}
            keyOf={(row) => row.key}
          />
        </Panel>
      ))}
    </>
  );
}
