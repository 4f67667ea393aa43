import { useTranslation } from "react-i18next";
import type { ConsentEntry } from "../../../captures/event-photo-opt-out/consent-fold.ts";
import {
  nameClothing,
  namePeople,
  nameZone,
} from "../../../captures/event-photo-opt-out/marks-words.ts";
import { eventPhotoText } from "../../../captures/event-photo-opt-out/text.ts";
import type { EventPlan } from "../../../contract/event.ts";
import { useLanguage } from "../../i18n.ts";

type ConsentPanelProps = { consents: readonly ConsentEntry[]; plan: EventPlan | null };

/** Who signed for being shown in focus, and who took it back: anybody else is published in no such picture. */
export function ConsentPanel({ consents, plan }: ConsentPanelProps) {
  const { t } = useTranslation();
  const given = consents.filter(({ shownAt }) => shownAt.length > 0);
  const takenBack = consents.filter(({ shownAt }) => shownAt.length === 0);
  return (
    <section aria-label={t("pictures.inFocus.title")} className="flex flex-col gap-2">
      <h2 className="font-semibold">{t("pictures.inFocus.title")}</h2>
      <p className="text-sm">{t("pictures.inFocus.rule")}</p>
      {given.length > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-medium text-sm">
            {t("pictures.inFocus.given", { count: given.length })}
          </summary>
          <ConsentList consents={given} plan={plan} />
        </details>
      )}
      {takenBack.length > 0 && (
        <>
          <h3 className="font-medium text-sm">
            {t("pictures.inFocus.takenBack", { count: takenBack.length })}
          </h3>
          <ConsentList consents={takenBack} plan={plan} />
        </>
      )}
    </section>
  );
}

/** By what they wear, never by name: whoever looks at pictures needs no more. */
function ConsentList({ consents, plan }: ConsentPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ul className="flex flex-col gap-2">
      {consents.map(({ capture, receiptNumber, marks, ageBand, shownAt }) => {
        const isTakenBack = shownAt.length === 0;
        const places = shownAt.map((place) => eventPhotoText[language].shownAt[place]).join(" · ");
        const found = marks && [...nameClothing(marks, language), namePeople(marks, language)];
        return (
          <li
            key={capture}
            className={`rounded-control border px-3 py-2 ${isTakenBack ? "border-warning/50 bg-warning-soft" : "border-line bg-card"}`}
          >
            <p className="flex flex-wrap items-baseline gap-x-3 font-semibold">
              {marks?.tag && <span className="text-xl">{marks.tag}</span>}
              <span>
                {found
                  ? found.filter((one) => one !== null).join(" · ")
                  : t("pictures.inFocus.noMarks", { number: receiptNumber })}
              </span>
            </p>
            {marks?.zone && <p className="text-sm">{nameZone(marks.zone, plan, language)}</p>}
            {ageBand !== "adult" && (
              <p className="text-sm">
                {t("pictures.inFocus.minor", { age: eventPhotoText[language].ageBand[ageBand] })}
              </p>
            )}
            <p className="text-muted text-sm">{isTakenBack ? t("pictures.inFocus.not") : places}</p>
          </li>
        );
      })}
    </ul>
  );
}
