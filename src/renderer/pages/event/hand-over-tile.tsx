import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Board } from "../../../captures/event-photo-opt-out/board-fold.ts";
import type { EventState } from "../../../captures/event-photo-opt-out/event-fold.ts";
import { readShopDay } from "../../../captures/shop-day.ts";
import { Button } from "../../../ui/button.tsx";
import { formatMoment, formatTime } from "../../../ui/thai-date.tsx";
import { useLanguage } from "../../i18n.ts";

type HandOverTileProps = { state: EventState; board: Board; onPress: () => void };

/** Whether the photographer has the board as it is; asked for anew each time it changed. */
export function HandOverTile({ state, board, onPress }: HandOverTileProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isNewest = state.lastHandOverAt !== null && !state.changedSinceHandOver;
  const isNeeded = state.changedSinceHandOver;
  const words = isNewest
    ? t("event.handOver.newest")
    : isNeeded && state.lastHandOverAt !== null
      ? t("event.handOver.changed", { count: board.uncovered.length })
      : t("event.handOver.never");
  // The day is said only where it is another one: the line is short.
  const tellWhen = (iso: string) =>
    readShopDay(new Date(iso)) === readShopDay(new Date())
      ? formatTime(iso)
      : formatMoment(iso, language);
  const look = isNewest
    ? "border-success bg-success-soft text-success"
    : isNeeded
      ? "border-danger bg-danger-soft text-danger"
      : "border-line-strong bg-card";
  return (
    <section
      aria-label={t("event.handOver.label")}
      className={`flex min-w-0 flex-1 items-center gap-3 rounded-panel border-2 px-4 py-2 ${look}`}
    >
      {isNewest && <CircleCheck aria-hidden="true" className="size-8 shrink-0" />}
      <p role="status" className="min-w-0 flex-1 leading-tight">
        <span className="block font-bold text-lg leading-tight">{words}</span>
        {state.lastHandOverAt && (
          <span className="text-ink">
            {t("event.handOver.lastAt", { at: tellWhen(state.lastHandOverAt) })}
          </span>
        )}
      </p>
      <Button size="large" hint="F5" variant={isNeeded ? "danger" : "secondary"} onPress={onPress}>
        {t(isNewest ? "event.handOver.again" : "event.handOver.doIt")}
      </Button>
    </section>
  );
}
