import { useTranslation } from "react-i18next";
import type { Payload } from "../../../../captures/rights-request/payload.ts";
import type { OfficeCapture } from "../../../../contract/inbox-case-procedures.ts";
import { formatMoment } from "../../../../ui/thai-date.tsx";
import { Panel } from "../../frame/panel.tsx";
import { useNames } from "../../frame/use-names.ts";
import { useLanguage } from "../../i18n.ts";
import { Drawn } from "./drawn.tsx";

/** Every record of a case, with the exact words that were shown and signed. */
export function SignedWords({ captures }: { captures: readonly OfficeCapture[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { nameBranch, nameStaff } = useNames();
  return (
    <Panel title={t("case.captures")}>
      <ol className="flex flex-col gap-4">
        {captures.map(({ header, payload, receiptNumber }) => {
          // Parsed by head office with the kind's own schema.
          const read = payload as Payload | null;
          const signed = read && "declaration" in read ? read.declaration : null;
          return (
            <li key={header.id} className="border-line border-t pt-3 first:border-t-0 first:pt-0">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <span className="font-mono font-semibold">{receiptNumber}</span>
                <span className="text-muted text-sm">
                  {t("case.takenAt", {
                    at: formatMoment(header.capturedAt, language),
                    branch: nameBranch(header.branch),
                    staff: nameStaff(header.staff),
                  })}
                </span>
              </p>
              {read === null && <p className="text-muted">{t("case.noContent")}</p>}
              {read && "words" in read && <p className="whitespace-pre-line">{read.words}</p>}
              {read && "reason" in read && read.act !== "request" && <p>{read.reason}</p>}
              {signed && (
                <div className="mt-2 flex flex-col items-start gap-2">
                  <p className="font-semibold text-sm">{t("case.signed")}</p>
                  <blockquote
                    lang={signed.language}
                    className="whitespace-pre-line rounded-control border-accent border-l-4 bg-surface px-4 py-2"
                  >
                    {signed.words}
                  </blockquote>
                  <Drawn signature={signed.signature} />
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
