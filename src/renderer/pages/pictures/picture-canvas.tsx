import { type ReactNode, useEffect, useRef, useState } from "react";
import { fitWithin, type Size } from "./upright.ts";

type PictureCanvasProps = {
  bitmap: ImageBitmap;
  /** What a screen reader says. */
  label: string;
  /** What lies over the picture, as wide and high as it; gets the picture's size on the screen. */
  children?: (shown: Size) => ReactNode;
};

/** A picture as large as its place allows. */
export function PictureCanvas({ bitmap, label, children }: PictureCanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [room, setRoom] = useState<Size | null>(null);

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    element.width = bitmap.width;
    element.height = bitmap.height;
    element.getContext("2d")?.drawImage(bitmap, 0, 0);
  }, [bitmap]);

  const shown = room && fitWithin(bitmap, room);
  return (
    <div ref={place} className="flex min-h-0 min-w-0 flex-1 items-center justify-center">
      <div
        className="relative shrink-0"
        style={shown ? { width: shown.width, height: shown.height } : { width: 1, height: 1 }}
      >
        <canvas ref={canvas} role="img" aria-label={label} className="size-full" />
        {shown && children?.(shown)}
      </div>
    </div>
  );
}
