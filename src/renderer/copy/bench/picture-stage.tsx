import { type ReactNode, useCallback, useRef } from "react";
import type { Pixels, Point } from "../../../card-mask/picture.ts";
import { PixelCanvas } from "./pixel-canvas.tsx";

type PictureStageProps = {
  pixels: Pixels;
  label: string;
  /** What lies over the picture; `toPicture` tells where in it a pointer is. */
  children: (toPicture: (event: { clientX: number; clientY: number }) => Point) => ReactNode;
};

/** A picture as large as the room allows, with things to be placed on it. */
export function PictureStage({ pixels, label, children }: PictureStageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const toPicture = useCallback(
    ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
      const box = stage.current?.getBoundingClientRect();
      if (!box || box.width === 0) return { x: 0, y: 0 };
      return {
        x: ((clientX - box.left) / box.width) * pixels.width,
        y: ((clientY - box.top) / box.height) * pixels.height,
      };
    },
    [pixels],
  );
  const ratio = pixels.width / pixels.height;
  return (
    <div className="@container-size flex min-h-0 min-w-0 flex-1 items-start justify-center">
      <div
        ref={stage}
        className="relative touch-none bg-sunken shadow-panel"
        // The largest of its shape that fits into the room.
        style={{ aspectRatio: String(ratio), width: `min(100cqw, calc(100cqh * ${ratio}))` }}
      >
        <PixelCanvas pixels={pixels} label={label} />
        {children(toPicture)}
      </div>
    </div>
  );
}
