import { useTranslation } from "react-i18next";
import type { CaseEntry } from "../../../captures/rights-request/case-fold.ts";
import { Moment } from "../../../ui/thai-date.tsx";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { useLanguage } from "../../i18n.ts";

/** All that happened, oldest first: what the counter did and what head office did. */
export function CaseTimeline({ log }: { log: readonly CaseEntry[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const roster = useProcedure("session.roster", undefined);
  const people = roster.state === "ready" ? roster.value.people : [];
  // Head office writes a name; the counter's own captures hold an id.
  const nameOf = (by: string) => people.find(({ staff }) => staff === by)?.name[language] ?? by;
  return (
    <section className="flex flex-col gap-2 rounded-panel border border-line bg-card px-5 py-4 shadow-panel">
      <h2 className="font-semibold text-lg">{t("cases.case.log")}</h2>
      <ol className="flex flex-col">
        {log.map((entry) => (
          <li
            key={`${entry.at} ${entry.step}`}
            className="border-accent-soft border-l-4 py-1.5 pl-4"
          >
            <span className="block font-medium">{t(`cases.step.${entry.step}`)}</span>
            {"words" in entry && entry.words !== "" && (
              <span className="block whitespace-pre-line">{entry.words}</span>
            )}
            <span className="block text-muted text-sm">
              <Moment at={entry.at} language={language} /> · {nameOf(entry.by)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
