import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Point, Quad } from "../../../card-mask/picture.ts";
import type { Doubt } from "../../../card-mask/reading.ts";
import { Button } from "../../../ui/button.tsx";
import { useFunctionKey } from "../../../ui/function-keys.tsx";
import type { TakenPicture } from "../reader/card-requests.ts";
import { readArrow } from "./change-box.ts";
import { DoubtList } from "./doubt-list.tsx";
import { PictureStage } from "./picture-stage.tsx";
import { useDrag } from "./use-drag.ts";

const corners = [0, 1, 2, 3] as const;
type Corner = (typeof corners)[number];

type CornersPageProps = {
  taken: TakenPicture;
  doubts: readonly Doubt[];
  onDone: (corners: Quad) => void;
  onAgain: () => void;
};

/** The staff member shows where the document lies, as the machine did not find it surely. */
export function CornersPage({ taken, doubts, onDone, onAgain }: CornersPageProps) {
  const { t } = useTranslation();
  const { preview, scale } = taken;
  const [quad, setQuad] = useState<Quad>(() => inset(preview.width, preview.height));

  function set(corner: Corner, { x, y }: Point): void {
    const at = {
      x: Math.min(Math.max(x, 0), preview.width),
      y: Math.min(Math.max(y, 0), preview.height),
    };
    setQuad((now) => {
      const [a, b, c, d] = corners.map((one) => (one === corner ? at : now[one]));
      return a && b && c && d ? [a, b, c, d] : now;
    });
  }
  function finish(): void {
    const [a, b, c, d] = quad.map(({ x, y }) => ({ x: x / scale, y: y / scale }));
    if (a && b && c && d) onDone([a, b, c, d]);
  }
  useFunctionKey("F9", finish, { label: t("copyWindow.corners.done") });

  return (
    <div className="flex min-h-0 flex-1 gap-6 px-6 py-4">
      <PictureStage pixels={preview} label={t("copyWindow.corners.picture")}>
        {(toPicture) => (
          <>
            <svg
              aria-hidden="true"
              viewBox={`0 0 ${preview.width} ${preview.height}`}
              className="pointer-events-none absolute inset-0 size-full"
            >
              <polygon
                points={quad.map(({ x, y }) => `${x},${y}`).join(" ")}
                className="fill-accent/15 stroke-accent"
                strokeWidth={preview.width / 300}
              />
            </svg>
            {corners.map((corner) => (
              <CornerMark
                key={corner}
                corner={corner}
                at={quad[corner]}
                size={preview}
                toPicture={toPicture}
                onMove={(to) => set(corner, to)}
              />
            ))}
          </>
        )}
      </PictureStage>
      <div className="flex w-80 shrink-0 flex-col gap-3">
        <h1 className="font-semibold text-xl">{t("copyWindow.corners.title")}</h1>
        <p>{t("copyWindow.corners.text")}</p>
        <DoubtList doubts={doubts} />
        <p className="text-muted text-sm">{t("copyWindow.corners.keys")}</p>
        <div className="mt-auto flex flex-col gap-2">
          <Button variant="primary" size="large" hint="F9" wide onPress={finish}>
            {t("copyWindow.corners.done")}
          </Button>
          <Button wide onPress={onAgain}>
            {t("copyWindow.again")}
          </Button>
        </div>
      </div>
    </div>
  );
}

function inset(width: number, height: number): Quad {
  const x = width * 0.12;
  const y = height * 0.12;
  return [
    { x, y },
    { x: width - x, y },
    { x: width - x, y: height - y },
    { x, y: height - y },
  ];
}

type CornerMarkProps = {
  corner: Corner;
  at: Point;
  size: { width: number; height: number };
  toPicture: (event: { clientX: number; clientY: number }) => Point;
  onMove: (to: Point) => void;
};

function CornerMark({ corner, at, size, toPicture, onMove }: CornerMarkProps) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const drag = useDrag(toPicture, () => (by) => onMove({ x: at.x + by.x, y: at.y + by.y }));
  useEffect(() => {
    if (corner === 0) button.current?.focus();
  }, [corner]);
  function press(event: KeyboardEvent): void {
    const by = readArrow(event.code, size.width / (event.shiftKey ? 40 : 400));
    if (!by) return;
    onMove({ x: at.x + by.x, y: at.y + by.y });
    event.preventDefault();
  }
  return (
    <button
      ref={button}
      type="button"
      aria-label={`${t(`copyWindow.corners.corner_${corner}`)}. ${t("copyWindow.corners.keys")}`}
      onKeyDown={press}
      {...drag}
      style={{ left: `${(at.x / size.width) * 100}%`, top: `${(at.y / size.height) * 100}%` }}
      className="absolute flex size-11 -translate-x-1/2 -translate-y-1/2 cursor-move touch-none items-center justify-center rounded-full border-2 border-card bg-accent/70 font-semibold text-on-accent shadow-panel"
    >
      {corner + 1}
    </button>
  );
}
