import { Camera, CircleCheck, Undo2, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/button.tsx";
import type { EventNews } from "./event-news.ts";

type NewsBarProps = {
  news: EventNews;
  /** Takes what was just saved out again. */
  onUndo: () => void;
  isUndoing: boolean;
  /** Opens what was just saved, to be put right; null: it cannot be. */
  onFix: (() => void) | null;
  /** Adds a picture to what was just saved; null: none belongs to it. */
  onPicture: (() => void) | null;
  onForget: () => void;
};

/** What was just done, with the way back while it is fresh. */
export function NewsBar({ news, onUndo, isUndoing, onFix, onPicture, onForget }: NewsBarProps) {
  const { t } = useTranslation();
  return (
    <div className="flex shrink-0 items-center gap-2 rounded-panel border-2 border-success bg-success-soft px-4 py-1.5 text-success">
      <CircleCheck aria-hidden="true" className="size-8 shrink-0" />
      <div role="status" className="min-w-0 flex-1 leading-tight">
        {news.what === "saved" && (
          <>
            <p className="font-bold text-xl leading-tight">
              {t("event.saved.saved")} <span className="whitespace-nowrap">{news.number}</span>
            </p>
            {/* A narrow window needs the line for the board. */}
            <p className="text-ink max-xl:sr-only">{t("event.saved.keep")}</p>
          </>
        )}
        {news.what !== "saved" && (
          <p className="font-bold text-xl leading-tight">
            {news.what === "pictured"
              ? t("eventPicture.saved", { number: news.number })
              : t(`event.saved.${news.what}`, { number: news.number ?? "" })}
          </p>
        )}
      </div>
      {onPicture && (
        <Button icon={<Camera aria-hidden="true" className="size-5" />} onPress={onPicture}>
          {t("eventPicture.add")}
        </Button>
      )}
      {news.what === "saved" && news.undo !== null && (
        <>
          <Button
            icon={<Undo2 aria-hidden="true" className="size-5" />}
            isPending={isUndoing}
            onPress={onUndo}
          >
            {t("event.saved.undo")}
          </Button>
          {onFix && <Button onPress={onFix}>{t("event.saved.fix")}</Button>}
        </>
      )}
      <Button variant="quiet" onPress={onForget}>
        <X aria-hidden="true" className="size-6" />
        <span className="sr-only">{t("event.saved.dismiss")}</span>
      </Button>
    </div>
  );
}
