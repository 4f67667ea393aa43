import { useTranslation } from "react-i18next";
import type { CaseRow } from "../../../contract/case-procedures.ts";
import { Badge, type BadgeTone } from "../../../ui/badge.tsx";

export function isCaseClosed({ state }: Pick<CaseRow, "state">): boolean {
  return state === "done" || state === "refused";
}

/** Whether a case should have been answered by now. A letter of an authority has no such day. */
export function isOverdue(row: CaseRow): boolean {
  return row.right !== null && !isCaseClosed(row) && row.daysLeft < 0;
}

/** How long there is to answer: overdue in red. */
export function DaysLeft({ row, soon }: { row: CaseRow /** Days. */; soon: number }) {
  const { t } = useTranslation();
  const { tone, words } = describe();
  return <Badge tone={tone}>{words}</Badge>;

  function describe(): { tone: BadgeTone; words: string } {
    if (isCaseClosed(row)) return { tone: "neutral", words: t("cases.closed") };
    if (row.right === null) return { tone: "neutral", words: t("cases.withDpo") };
    if (row.daysLeft < 0) {
      return { tone: "danger", words: t("cases.overdue", { count: -row.daysLeft }) };
    }
    if (row.state === "waiting-for-customer") return { tone: "neutral", words: t("cases.paused") };
    if (row.daysLeft === 0) return { tone: "danger", words: t("cases.dueToday") };
    const words = t("cases.left", { count: row.daysLeft });
    return { tone: row.daysLeft <= soon ? "warning" : "success", words };
  }
}
