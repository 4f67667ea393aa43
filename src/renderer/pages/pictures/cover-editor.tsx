import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CoverRegion } from "../../../contract/picture-procedures.ts";
import { clipRegion } from "./cover-area.ts";
import type { Size } from "./upright.ts";

type CoverEditorProps = {
  /** The upright picture's own size, and its size on the screen. */
  size: Size;
  shown: Size;
  regions: readonly CoverRegion[];
  onChange(regions: readonly CoverRegion[]): void;
};

type Point = { x: number; y: number };

/** A press that hardly moves is no rectangle; in pixels of the screen. */
const smallest = 6;

/** Rectangles over a picture: drawn with the pointer, or moved and sized by the arrow keys. */
export function CoverEditor({ size, shown, regions, onChange }: CoverEditorProps) {
  const { t } = useTranslation();
  const scale = size.width / shown.width;
  const from = useRef<Point | null>(null);
  const [drawn, setDrawn] = useState<CoverRegion | null>(null);

  function readPoint(event: PointerEvent<HTMLDivElement>): Point {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
  }

  function draw(event: PointerEvent<HTMLDivElement>): CoverRegion | null {
    if (from.current === null) return null;
    const to = readPoint(event);
    const { x, y } = from.current;
    return clipRegion({ x, y, width: to.x - x, height: to.y - y }, size);
  }

  function finish(event: PointerEvent<HTMLDivElement>): void {
    const region = draw(event);
    from.current = null;
    setDrawn(null);
    const least = smallest * scale;
    if (region && region.width >= least && region.height >= least) onChange([...regions, region]);
  }

  const step = Math.max(1, Math.round(size.width / 100));
  function changeByKey(event: KeyboardEvent, index: number): void {
    const region = regions[index];
    if (!region) return;
    if (event.code === "Delete" || event.code === "Backspace") {
      event.preventDefault();
      onChange(regions.filter((_, place) => place !== index));
      return;
    }
    const way = arrows[event.code];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const [right, down] = [way.x * step, way.y * step];
    const wanted = event.shiftKey
      ? {
          ...region,
          width: Math.max(step, region.width + right),
          height: Math.max(step, region.height + down),
        }
      : { ...region, x: region.x + right, y: region.y + down };
    const changed = clipRegion(wanted, size);
    if (changed) onChange(regions.map((one, place) => (place === index ? changed : one)));
  }

  const place = (region: CoverRegion) => ({
    left: region.x / scale,
    top: region.y / scale,
    width: region.width / scale,
    height: region.height / scale,
  });
  return (
    <div
      className="absolute inset-0 cursor-crosshair touch-none overflow-hidden"
      onPointerDown={(event) => {
        if (event.button !== 0 || event.target !== event.currentTarget) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = readPoint(event);
      }}
      onPointerMove={(event) => setDrawn(draw(event))}
      onPointerUp={finish}
      onPointerCancel={() => {
        from.current = null;
        setDrawn(null);
      }}
    >
      {regions.map((region, index) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a rectangle is known by its place alone
          key={index}
          type="button"
          data-region
          aria-label={t("pictures.cover.region", { number: index + 1 })}
          aria-description={t("pictures.cover.regionKeys")}
          ref={index === regions.length - 1 ? focusNew : null}
          onKeyDown={(event) => changeByKey(event, index)}
          className="absolute border-2 border-white bg-black/80"
          style={place(region)}
        />
      ))}
      {drawn && (
        <div
          className="pointer-events-none absolute border-2 border-white bg-black/60"
          style={place(drawn)}
        />
      )}
    </div>
  );
}

/** The newest rectangle has focus, so that the arrow keys go on where the pointer left off. */
function focusNew(element: HTMLButtonElement | null): void {
  element?.focus();
}

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** A rectangle in the middle, for whoever has no pointer. */
export function placeInMiddle({ width, height }: Size): CoverRegion {
  return {
    x: Math.floor(width * 0.4),
    y: Math.floor(height * 0.4),
    width: Math.ceil(width * 0.2),
    height: Math.ceil(height * 0.2),
  };
}
