import { Mail, Phone, UserRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { PersonHit } from "../../../contract/ipc.ts";
import { Badge } from "../../../ui/badge.tsx";
import { formatMoment } from "../../../ui/thai-date.tsx";
import { useLanguage } from "../../i18n.ts";
import { nameOption } from "./search-box.tsx";

type HitListProps = {
  id: string;
  hits: readonly PersonHit[];
  more: boolean;
  active: number;
  onOpen: (hit: PersonHit) => void;
};

/** The people that a search found. Focus stays in the box: arrow keys choose, Enter opens. */
export function HitList({ id, hits, more, active, onOpen }: HitListProps) {
  const { t } = useTranslation();
  return (
    <div className="overflow-hidden rounded-panel border border-line bg-card shadow-panel">
      <div id={id} role="listbox" aria-label={t("desk.search.results")}>
        {hits.map((hit, index) => (
          <Hit
            key={hit.subject}
            id={nameOption(id, index)}
            hit={hit}
            isActive={index === active}
            onOpen={() => onOpen(hit)}
          />
        ))}
      </div>
      {more && <p className="px-4 py-2.5 text-muted text-sm">{t("desk.search.more")}</p>}
    </div>
  );
}

type HitProps = { id: string; hit: PersonHit; isActive: boolean; onOpen: () => void };

function Hit({ id, hit, isActive, onOpen }: HitProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const contacts = [
    { Icon: Phone, hint: hit.phoneHint },
    { Icon: Mail, hint: hit.emailHint },
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the search box's, which keeps the focus
    // biome-ignore lint/a11y/useFocusableInteractive: see the list
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      onClick={onOpen}
      ref={(element) => {
        if (isActive) element?.scrollIntoView({ block: "nearest" });
      }}
      className={`flex min-h-14 cursor-pointer flex-wrap items-center gap-x-5 gap-y-1 border-line border-b border-l-4 px-4 py-2.5 last:border-b-0 ${isActive ? "border-l-accent bg-accent-soft" : "border-l-transparent hover:bg-sunken"}`}
    >
      <span className="flex min-w-60 flex-1 items-center gap-2.5">
        <UserRound aria-hidden="true" className="size-5 shrink-0 text-muted" />
        <span className="truncate font-semibold text-lg">
          {hit.name ?? t("desk.search.noName")}
        </span>
        {hit.memberNumber && (
          <Badge tone="accent">{t("desk.search.member", { number: hit.memberNumber })}</Badge>
        )}
      </span>
      {contacts.map(({ Icon, hint }) =>
        hint ? (
          <span key={hint} className="flex items-center gap-1.5">
            <Icon aria-hidden="true" className="size-4 text-muted" />
            {hint}
          </span>
        ) : null,
      )}
      <span className="text-muted text-sm">
        {t("desk.search.lastSeen", { at: formatMoment(hit.lastSeenAt, language) })}
      </span>
    </div>
  );
}
