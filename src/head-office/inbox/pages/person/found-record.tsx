import { useTranslation } from "react-i18next";
import type {
  MatchReason,
  PersonRecordFound,
} from "../../../../contract/inbox-person-procedures.ts";
import { Badge, type BadgeTone } from "../../../../ui/badge.tsx";
import { formatMoment } from "../../../../ui/thai-date.tsx";
import { useKindName } from "../../frame/use-kind-name.ts";
import { useLanguage } from "../../i18n.ts";
import type { NameValue } from "./name-value.ts";
import { PayloadView } from "./payload-view.tsx";

type FoundRecordProps = {
  record: PersonRecordFound;
  isIncluded: boolean;
  onToggle: () => void;
  nameValue: NameValue;
  nameBranch: (id: string) => string;
};

const matchTones: Partial<Record<MatchReason, BadgeTone>> = {
  "same-person": "success",
  name: "warning",
};

/** One record about a person, readable on paper too. Left out, it is on no paper and in no file. */
export function FoundRecord(props: FoundRecordProps) {
  const { record, isIncluded, onToggle, nameValue, nameBranch } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const { header, payload, receiptNumber } = record.capture;
  const nameKind = useKindName();
  const { copy } = record;
  return (
    <article
      className={`break-inside-avoid rounded-panel border border-line bg-card px-5 py-4 shadow-panel print:shadow-none ${isIncluded ? "" : "not-printed opacity-60"}`}
    >
      <header className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        <label className="not-printed flex min-h-11 cursor-pointer items-center gap-3">
          <input
            type="checkbox"
            checked={isIncluded}
            onChange={onToggle}
            aria-label={t("person.include", { number: receiptNumber })}
            className="size-5 accent-accent"
          />
        </label>
        <h2 className="font-semibold text-lg">{nameKind(header.kind)}</h2>
        <span className="font-mono">{receiptNumber}</span>
        <span className="text-muted text-sm">
          {t("person.taken", {
            at: formatMoment(header.capturedAt, language),
            branch: nameBranch(header.branch),
          })}
        </span>
        <span className="not-printed ml-auto flex flex-wrap items-center gap-1.5">
          <span className="text-muted text-sm">{t("person.matchedBy")}</span>
          {record.matchedBy.map((reason) => (
            <Badge key={reason} tone={matchTones[reason] ?? "neutral"}>
              {t(`person.match.${reason}`)}
            </Badge>
          ))}
        </span>
      </header>
      {header.notice && (
        <p className="text-muted text-sm">
          {t("person.notice", { notice: `${header.notice.id} v${header.notice.version}` })}
        </p>
      )}
      {copy && (
        <p>
          {copy.destroyedAt
            ? t("person.copyGone", { at: formatMoment(copy.destroyedAt, language) })
            : copy.wholeAt
              ? t("person.copy", { size: copy.size, at: formatMoment(copy.wholeAt, language) })
              : t("person.copyComing")}
        </p>
      )}
      <PayloadView value={payload} language={language} nameValue={nameValue} />
    </article>
  );
}
