import { useTranslation } from "react-i18next";
import type { PendingItem } from "../../../contract/pending-procedures.ts";
import { Moment } from "../../../ui/thai-date.tsx";
import { useLanguage } from "../../i18n.ts";
import { useReasonWords } from "./pending-reason.ts";

/** Why an item is not at head office, and when it was or will be tried. */
export function PendingWhy({ item }: { item: PendingItem }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const sayReason = useReasonWords();
  if (item.holdReasons.length > 0) {
    return (
      <span className="flex max-w-md flex-col">
        {item.holdReasons.map((reason) => (
          <span key={reason}>{t(`pending.holdReason.${reason}`)}</span>
        ))}
        {item.state === "released" && (
          <span className="text-muted text-sm">{t("pending.goes")}</span>
        )}
        {item.note !== null && (
          <span className="text-muted text-sm">{t("pending.note", { note: item.note })}</span>
        )}
      </span>
    );
  }
  return (
    <span className="flex max-w-md flex-col">
      <span>{item.reason === null ? t("pending.notTried") : sayReason(item.reason)}</span>
      {item.tries > 0 && (
        <span className="text-muted text-sm">{t("pending.tries", { count: item.tries })}</span>
      )}
      {item.nextTryAt && item.state === "waiting" && (
        <span className="text-muted text-sm">
          {t("pending.nextTry")} <Moment at={item.nextTryAt} language={language} />
        </span>
      )}
      {item.lastTriedAt && (item.state === "parked" || !item.nextTryAt) && (
        <span className="text-muted text-sm">
          {t("pending.lastTry")} <Moment at={item.lastTriedAt} language={language} />
        </span>
      )}
    </span>
  );
}
