import { Monitor } from "lucide-react";
import { useTranslation } from "react-i18next";
import { formatMoment } from "../../../ui/thai-date.tsx";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { useLanguage } from "../../i18n.ts";

/** How much to trust what the desk shows: another branch may know more than this PC. */
export function KnownAsOf() {
  const { t } = useTranslation();
  const language = useLanguage();
  const status = useProcedure("sync.status", undefined);
  if (status.state !== "ready") return null;
  const at = status.value.lastSyncedAt;
  return (
    <p className="flex items-center gap-2 text-muted text-sm">
      <Monitor aria-hidden="true" className="size-4 shrink-0" />
      {at === null ? t("desk.known.never") : t("desk.known.at", { at: formatMoment(at, language) })}
    </p>
  );
}
