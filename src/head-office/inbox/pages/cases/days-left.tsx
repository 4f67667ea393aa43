import { useTranslation } from "react-i18next";
import type { CaseRow } from "../../../../contract/case-procedures.ts";
import { Badge } from "../../../../ui/badge.tsx";
import { formatDay } from "../../../../ui/thai-date.tsx";
import { useLanguage } from "../../i18n.ts";

type DaysLeftProps = {
  row: Pick<CaseRow, "daysLeft" | "dueOn" | "state">;
  closedOn: string | null;
};

/** Days from which on a case is shown as pressing. */
const pressing = 7;

/** How long there is; red once it is over. */
export function DaysLeft({ row, closedOn }: DaysLeftProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { daysLeft, dueOn, state } = row;
  if (state === "done" || state === "refused") {
    return (
      <span className="text-muted">
        {closedOn && t("cases.closedOn", { day: formatDay(closedOn, language) })}
      </span>
    );
  }
  const words =
    daysLeft < 0
      ? t("cases.overdue", { count: -daysLeft })
      : daysLeft === 0
        ? t("cases.today")
        : t("cases.days", { count: daysLeft });
  return (
    <span className="flex flex-col items-start gap-0.5">
      <Badge tone={daysLeft < 0 ? "danger" : daysLeft <= pressing ? "warning" : "success"}>
        {words}
      </Badge>
      <span className="whitespace-nowrap text-muted text-sm">
        {state === "waiting-for-customer"
          ? t("cases.paused")
          : t("cases.due", { day: formatDay(dueOn, language) })}
      </span>
    </span>
  );
}
