import { ImageOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CoverRegion } from "../../../contract/picture-procedures.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Banner } from "../../../ui/banner.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { formatMoment } from "../../../ui/thai-date.tsx";
import { useLanguage } from "../../i18n.ts";
import { CoverEditor } from "./cover-editor.tsx";
import { PictureCanvas } from "./picture-canvas.tsx";
import type { Preview } from "./preview-window.ts";
import type { Row } from "./review-rows.ts";

type PictureStageProps = {
  row: Row | undefined;
  preview: Preview | null;
  /** When it was taken, where that can be believed. */
  time: string | null;
  /** What is being drawn; null: nothing is. */
  regions: readonly CoverRegion[] | null;
  onCover(regions: readonly CoverRegion[]): void;
};

/** The picture that is looked at, when it was taken, and what was decided about it. */
export function PictureStage({ row, preview, time, regions, onCover }: PictureStageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!row) return null;
  const decided = row.decision;
  const shownRegions = regions ?? (decided?.choice === "cover" ? decided.regions : []);
  const taken =
    time !== null
      ? formatMoment(time, language)
      : t(row.takenAt === null ? "pictures.noTime" : "pictures.wrongTime");
  return (
    <div
      data-picture={preview?.state ?? "waiting"}
      className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-panel border border-line bg-sunken"
    >
      <div className="flex min-h-10 flex-wrap items-center gap-3 px-3 py-1.5 text-sm">
        <span>{taken}</span>
        {decided && <Badge tone="accent">{t(`pictures.decided.${decided.choice}`)}</Badge>}
        {preview?.state === "ready" && preview.changed && !decided && (
          <Badge tone="warning">{t("pictures.changed")}</Badge>
        )}
      </div>
      <div className="flex min-h-0 flex-1 p-1.5">
        {preview === null && (
          <div className="m-auto">
            <Progress label={t("pictures.making")} />
          </div>
        )}
        {preview?.state === "failed" && (
          <div className="m-auto flex max-w-lg flex-col items-center gap-4">
            <ImageOff aria-hidden="true" className="size-14 text-muted" strokeWidth={1.5} />
            <Banner tone="warning">
              {t(`failure.code.${preview.code}`)} {t("pictures.goOn")}
            </Banner>
          </div>
        )}
        {preview?.state === "ready" && (
          <PictureCanvas bitmap={preview.bitmap} label={t("pictures.picture", { name: row.name })}>
            {(shown) =>
              regions !== null ? (
                <CoverEditor
                  size={preview.size}
                  shown={shown}
                  regions={regions}
                  onChange={onCover}
                />
              ) : (
                shownRegions.map((region) => (
                  <div
                    key={`${region.x} ${region.y} ${region.width} ${region.height}`}
                    className="pointer-events-none absolute bg-black/80"
                    style={{
                      left: `${(region.x / preview.size.width) * 100}%`,
                      top: `${(region.y / preview.size.height) * 100}%`,
                      width: `${(region.width / preview.size.width) * 100}%`,
                      height: `${(region.height / preview.size.height) * 100}%`,
                    }}
                  />
                ))
              )
            }
          </PictureCanvas>
        )}
      </div>
    </div>
  );
}
