import { CalendarClock } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { usualRightsSettings } from "../../contract/rights.ts";
import { Button } from "../../ui/button.tsx";
import { useProcedure } from "../bridge/use-procedure.ts";
import { isDueSoon } from "../pages/cases/case-filter.ts";
import { isOverdue } from "../pages/cases/days-left.tsx";

/** After a sign-in: requests that are overdue, due soon, or asked about. Until it is looked at or put away. */
export function CaseReminder() {
  const { t } = useTranslation();
  const [location, navigate] = useLocation();
  const cases = useProcedure("cases.list", undefined);
  const reference = useProcedure("reference.read", undefined);
  const [isAway, setAway] = useState(false);
  if (isAway || cases.state !== "ready" || location.startsWith("/cases")) return null;
  const settings = reference.state === "ready" ? reference.value.rightsSettings : null;
  const soon = (settings ?? usualRightsSettings).remindDays;
  const counts = [
    ["overdue", cases.value.filter(isOverdue).length],
    ["soon", cases.value.filter((row) => isDueSoon(row, soon)).length],
    ["asks", cases.value.filter((row) => row.openQuestions > 0).length],
  ] as const;
  const told = counts.filter(([, count]) => count > 0);
  if (told.length === 0) return null;
  const isLate = told[0]?.[0] === "overdue";
  return (
    <section
      aria-label={t("cases.title")}
      className={`flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-5 py-1.5 ${isLate ? "border-danger/40 bg-danger-soft" : "border-warning/40 bg-warning-soft"}`}
    >
      <CalendarClock aria-hidden="true" className="size-5 shrink-0" />
      <span role="status" className="flex flex-wrap gap-x-3">
        <span>{t("cases.remind.text")}</span>
        {told.map(([what, count]) => (
          <span key={what} className="font-semibold">
            {t(`cases.remind.${what}`, { count })}
          </span>
        ))}
      </span>
      <span className="ml-auto flex gap-2">
        <Button hint="F5" onPress={() => navigate("/cases")}>
          {t("cases.remind.look")}
        </Button>
        <Button variant="quiet" onPress={() => setAway(true)}>
          {t("app.close")}
        </Button>
      </span>
    </section>
  );
}
