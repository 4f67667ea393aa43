import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Banner } from "../../../ui/banner.tsx";
import { useAnswer } from "../asking/use-asking.ts";

/** Says on every page that a PC's log does not hold, until somebody has looked at it. */
export function LogAlarm() {
  const { t } = useTranslation();
  const logs = useAnswer("deskLogs.list", {}, { everyMs: 60_000 });
  if (logs.state !== "ready" || logs.value.logs.every(({ openFaults }) => openFaults === 0)) {
    return null;
  }
  return (
    <Banner tone="danger">
      {t("deskLogs.anyAlarm")}{" "}
      <Link to="/desk-logs" className="font-semibold underline">
        {t("deskLogs.goThere")}
      </Link>
    </Banner>
  );
}
