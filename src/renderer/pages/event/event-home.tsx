import { CameraOff, Expand, PenLine, Printer, Shrink } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { BoardEntry } from "../../../captures/event-photo-opt-out/board-fold.ts";
import { BoardList } from "../../../captures/event-photo-opt-out/board-list.tsx";
import { eventPhotoText } from "../../../captures/event-photo-opt-out/text.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { useFunctionKey } from "../../../ui/function-keys.tsx";
import { TileButton } from "../../../ui/tile-button.tsx";
import { useLanguage } from "../../i18n.ts";
import { ClosedPanel } from "./closed-panel.tsx";
import type { EventTask } from "./event-task.ts";
import { HandOverTile } from "./hand-over-tile.tsx";
import type { KnownEvent } from "./use-event.ts";

type EventHomeProps = {
  known: KnownEvent;
  onReopen: () => void;
  /** What was just done. */
  news: ReactNode;
  isLarge: boolean;
  onLarge: (isLarge: boolean) => void;
  onStart: (task: EventTask) => void;
  onOpen: (entry: BoardEntry) => void;
  onPrint: () => void;
  nameStaff: (staff: string) => string;
};

/** The one screen that stays: what somebody may want, the board, the count, and what the photographer has. */
export function EventHome(props: EventHomeProps) {
  const { known, isLarge, onLarge, onStart } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const { board, state, plan } = known;
  const [, navigate] = useLocation();
  const isClosed = state.status === "closed";
  useFunctionKey("F2", () => onStart({ task: "opt-out", entry: null }), { enabled: !isClosed });
  useFunctionKey("F3", () => onStart({ task: "consent" }), { enabled: !isClosed });
  useFunctionKey("F5", () => onStart({ task: "hand-over" }), { enabled: !isClosed });
  useFunctionKey("F7", () => onLarge(!isLarge));

  return (
    <div className="flex h-full min-h-0 gap-4 px-4 py-3">
      {!isLarge && (
        <nav aria-label={t("event.home.actions")} className="flex w-72 shrink-0 flex-col gap-2">
          {!isClosed && (
            <>
              <TileButton
                size="giant"
                tone="danger"
                hint="F2"
                icon={
                  <CameraOff aria-hidden="true" className="size-11 shrink-0" strokeWidth={2.2} />
                }
                title={t("event.home.noPhoto")}
                onPress={() => onStart({ task: "opt-out", entry: null })}
              />
              <TileButton
                tone="strong"
                hint="F3"
                icon={<PenLine aria-hidden="true" className="size-6 shrink-0" />}
                title={t("event.home.consent")}
                onPress={() => onStart({ task: "consent" })}
              />
            </>
          )}
          <TileButton
            title={t("event.home.withdraw")}
            onPress={() => onStart({ task: "withdrawal" })}
          />
          <TileButton
            title={t("event.home.takeDown")}
            onPress={() => onStart({ task: "take-down" })}
          />
          <TileButton
            title={t("event.home.pictures")}
            onPress={() => navigate(`/event/${plan.id}/pictures`)}
          />
          {!isClosed && (
            <span className="mt-auto">
              <TileButton
                title={t("event.home.close")}
                onPress={() => onStart({ task: "close-out" })}
              />
            </span>
          )}
        </nav>
      )}
      <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-3">
        {props.news}
        {known.unreadable > 0 && <Banner tone="warning">{t("event.home.unreadable")}</Banner>}
        {isClosed ? (
          <ClosedPanel known={known} onReopen={props.onReopen} nameStaff={props.nameStaff} />
        ) : (
          <div className="flex shrink-0 items-stretch gap-3">
            <p className="flex items-center gap-3 rounded-panel border-2 border-ink bg-card px-4 py-1">
              <span className="font-bold text-[3.2rem] leading-none">{board.counts.people}</span>
              <span className="max-w-28 font-semibold leading-tight">
                {t("event.home.people", { count: board.counts.people })}
              </span>
            </p>
            <HandOverTile
              state={state}
              board={board}
              onPress={() => onStart({ task: "hand-over" })}
            />
          </div>
        )}
        <div className="flex min-h-0 flex-1 flex-col gap-1">
          <div className="flex items-center gap-3">
            <h1
              id="board-title"
              className={`flex-1 font-bold leading-tight ${isLarge ? "text-3xl" : "text-xl"}`}
            >
              {t("event.home.board")}
            </h1>
            <Button
              hint="F7"
              icon={
                isLarge ? (
                  <Shrink aria-hidden="true" className="size-5" />
                ) : (
                  <Expand aria-hidden="true" className="size-5" />
                )
              }
              onPress={() => onLarge(!isLarge)}
            >
              {t(isLarge ? "event.home.small" : "event.home.large")}
            </Button>
            <Button
              icon={<Printer aria-hidden="true" className="size-5" />}
              onPress={props.onPrint}
            >
              {t("event.home.print")}
            </Button>
          </div>
          <section
            aria-labelledby="board-title"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
            tabIndex={0}
            // Relative: what is hidden within an entry for screen readers would else make the page scroll too.
            className="relative min-h-0 flex-1 overflow-y-auto p-1"
          >
            {board.entries.length === 0 ? (
              <p className="py-8 text-center text-xl">{eventPhotoText[language].board.empty}</p>
            ) : (
              <BoardList
                entries={board.entries}
                plan={plan}
                language={language}
                size={isLarge ? "large" : "medium"}
                {...(isClosed ? {} : { onOpen: props.onOpen })}
              />
            )}
          </section>
        </div>
      </div>
    </div>
  );
}
