import { Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { eventPhotoText } from "../../../captures/event-photo-opt-out/text.ts";
import { Button } from "../../../ui/button.tsx";
import { formatMoment } from "../../../ui/thai-date.tsx";
import { useLanguage } from "../../i18n.ts";
import type { KnownEvent } from "./use-event.ts";

/** What stays of an event that is closed, and when what recognises people goes. */
export function ClosedPanel({
  known,
  onReopen,
  nameStaff,
}: {
  known: KnownEvent;
  /** Where it was closed too soon. */
  onReopen: () => void;
  nameStaff: (staff: string) => string;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = eventPhotoText[language];
  const { closing } = known.state;
  const at = (iso: string) => formatMoment(iso, language);
  const rows: [string, number][] = closing
    ? [
        [t("event.closed.people"), closing.counts.people],
        [t("event.closed.entries"), closing.counts.optOuts],
        [t("event.closed.consents"), closing.counts.consents],
        [t("event.closed.pictures"), closing.counts.seen],
        [t("event.closed.covered"), closing.counts.covered],
        [t("event.closed.leftOut"), closing.counts.leftOut],
      ]
    : [];
  return (
    <section className="flex shrink-0 flex-col gap-2 rounded-panel border-2 border-ink bg-card px-4 py-3">
      <h2 className="flex items-center gap-3 font-bold text-xl">
        <Lock aria-hidden="true" className="size-6" />
        {t("event.closed.title")}
        {/* Not once what the board had is destroyed, nor where head office itself closed it. */}
        {closing && !known.isPurged && (
          <span className="ml-auto font-normal text-base">
            <Button onPress={onReopen}>{words.amend.reopen}</Button>
          </span>
        )}
      </h2>
      {closing && (
        <p>{t("event.closed.by", { at: at(closing.at), name: nameStaff(closing.staff) })}</p>
      )}
      <p className="font-semibold">
        {known.isPurged || known.purgeAt === null
          ? t("event.closed.purged")
          : t("event.closed.purgeOn", { at: at(known.purgeAt) })}
      </p>
      {rows.length > 0 && (
        <dl className="grid grid-cols-3 gap-2">
          {rows.map(([label, count]) => (
            <div key={label} className="rounded-control bg-sunken px-3 py-1">
              <dt className="leading-tight">{label}</dt>
              <dd className="font-bold text-2xl leading-tight">{count}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
