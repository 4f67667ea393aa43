import { useTranslation } from "react-i18next";
import type { BoardEntry } from "../../../captures/event-photo-opt-out/board-fold.ts";
import {
  nameClothing,
  namePeople,
  nameZone,
} from "../../../captures/event-photo-opt-out/marks-words.ts";
import type { EventPlan } from "../../../contract/event.ts";
import { formatMoment } from "../../../ui/thai-date.tsx";
import { useLanguage } from "../../i18n.ts";

type OptOutPanelProps = {
  near: readonly BoardEntry[];
  others: readonly BoardEntry[];
  plan: EventPlan | null;
};

/** Whom to look for in the picture: those of its time and zone, and beneath them everybody else. */
export function OptOutPanel({ near, others, plan }: OptOutPanelProps) {
  const { t } = useTranslation();
  return (
    <section aria-label={t("pictures.who.title")} className="flex flex-col gap-3">
      <h2 className="font-semibold">{t("pictures.who.near", { count: near.length })}</h2>
      {near.length === 0 && <p className="text-muted text-sm">{t("pictures.who.noneNear")}</p>}
      <OptOutList entries={near} plan={plan} isNear />
      {others.length > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-medium text-sm">
            {t("pictures.who.others", { count: others.length })}
          </summary>
          <OptOutList entries={others} plan={plan} />
        </details>
      )}
    </section>
  );
}

type OptOutListProps = {
  entries: readonly BoardEntry[];
  plan: EventPlan | null;
  isNear?: boolean;
};

function OptOutList({ entries, plan, isNear = false }: OptOutListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ul className="flex flex-col gap-2">
      {entries.map(({ optOut, marks, wish, framing, takenAt }) => (
        <li
          key={optOut}
          className={`rounded-control border px-3 py-2 ${isNear ? "border-warning/50 bg-warning-soft" : "border-line bg-card"}`}
        >
          <p className="flex flex-wrap items-baseline gap-x-3 font-semibold">
            {marks.tag && <span className="text-xl">{marks.tag}</span>}
            <span>{nameClothing(marks, language).join(" · ")}</span>
          </p>
          <p className="text-sm">
            {[
              namePeople(marks, language),
              nameZone(marks.zone, plan, language),
              formatMoment(marks.seenAt ?? takenAt, language),
            ]
              .filter((one) => one !== null)
              .join(" · ")}
          </p>
          <p className="text-muted text-sm">
            {t(`pictures.who.wish.${wish}`)}
            {framing !== "both" && ` · ${t(`pictures.who.framing.${framing}`)}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
