import { useEffect, useRef } from "react";
import type { Pixels } from "../../../card-mask/picture.ts";
import { showPixels } from "../finish/flatten-copy.ts";

/** Pixels on the page. They are drawn, not addressed: no URL leads to them. */
export function PixelCanvas({ pixels, label }: { pixels: Pixels; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const shown = canvas.current;
    if (!shown) return;
    showPixels(shown, pixels);
    return () => {
      shown.width = 0;
      shown.height = 0;
    };
  }, [pixels]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      className="pointer-events-none block size-full select-none"
    />
  );
}
