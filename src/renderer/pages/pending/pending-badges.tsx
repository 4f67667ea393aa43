import { useTranslation } from "react-i18next";
import { countDays } from "../../../captures/rights-request/due-date.ts";
import { readShopDay } from "../../../captures/shop-day.ts";
import type { PendingItem } from "../../../contract/pending-procedures.ts";
import { Badge, type BadgeTone } from "../../../ui/badge.tsx";

const tones: Readonly<Record<PendingItem["state"], BadgeTone>> = {
  waiting: "warning",
  sending: "accent",
  parked: "danger",
  held: "danger",
  "given-back": "warning",
  released: "success",
};

export function StateBadge({ state }: Pick<PendingItem, "state">) {
  const { t } = useTranslation();
  return <Badge tone={tones[state]}>{t(`pending.states.${state}`)}</Badge>;
}

/** Days in which something of it is due soon enough to be shown in amber. */
const soon = 7;

/** What makes an item urgent, most urgent first; nothing where nothing does. */
export function UrgencyBadges({ item, now }: { item: PendingItem; now: Date }) {
  const { t } = useTranslation();
  const left = item.dueOn === null ? null : countDays(readShopDay(now), item.dueOn);
  return (
    <>
      {item.part === "picture" && <Badge tone="accent">{t("pending.picture")}</Badge>}
      {item.urgency === "withdrawal" && (
        <Badge tone="accent">
          {t(item.kind === "rights-request" ? "pending.urgent" : "pending.withdrawal")}
        </Badge>
      )}
      {left !== null && (
        <Badge tone={left <= 0 ? "danger" : left <= soon ? "warning" : "neutral"}>
          {left < 0
            ? t("pending.due.late", { count: -left })
            : left === 0
              ? t("pending.due.today")
              : t("pending.due.left", { count: left })}
        </Badge>
      )}
    </>
  );
}
