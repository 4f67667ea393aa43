import { useTranslation } from "react-i18next";
import type { CaseRecord } from "../../../captures/rights-request/case-fold.ts";
import { rightsRequestText } from "../../../captures/rights-request/text.ts";
import { useLanguage } from "../../i18n.ts";

/** What was asked, in the words that were signed; of a letter, who sent it. */
export function CaseDetails({ record }: { record: CaseRecord }) {
  const { t } = useTranslation();
  const words = rightsRequestText[useLanguage()];
  const { asked } = record;
  return (
    <section className="flex flex-col gap-2 rounded-panel border border-line bg-card px-5 py-4 shadow-panel">
      <h2 className="font-semibold text-lg">{t("cases.case.details")}</h2>
      {asked === null && <p className="text-muted">{t("cases.case.onlyThere")}</p>}
      {asked?.act === "request" && (
        <>
          <p lang={asked.declaration.language} className="whitespace-pre-line">
            {asked.declaration.words}
          </p>
          {asked.subject.phone && (
            <p>
              {words.person.phone}: {asked.subject.phone}
            </p>
          )}
        </>
      )}
      {asked?.act === "authority-letter" && (
        <dl className="flex flex-col gap-1">
          {(
            [
              [words.letter.office, asked.office],
              [words.letter.number, asked.letterNumber],
              [words.letter.officer, asked.officer],
              [words.letter.phone, asked.phone],
            ] as const
          ).map(([label, value]) =>
            value === null ? null : (
              <div key={label}>
                <dt className="inline text-muted">{label}: </dt>
                <dd className="inline">{value}</dd>
              </div>
            ),
          )}
        </dl>
      )}
    </section>
  );
}
