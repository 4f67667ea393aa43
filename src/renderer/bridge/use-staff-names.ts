import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n.ts";
import { useProcedure } from "./use-procedure.ts";

/** Names members of this branch's staff. Of whoever left it, or is another's, only the short name is known here. */
export function useStaffNames(): (staff: string) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const roster = useProcedure("session.roster", undefined);
  return (staff) => {
    if (roster.state !== "ready") return "";
    const person = roster.value.people.find((one) => one.staff === staff);
    return person?.name[language] ?? t("app.notOnRoster", { staff });
  };
}
