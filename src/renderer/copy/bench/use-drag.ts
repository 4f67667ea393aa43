import { type PointerEvent, useRef } from "react";
import type { Point } from "../../../card-mask/picture.ts";

type ToPicture = (event: { clientX: number; clientY: number }) => Point;

/** Follows a mouse, finger or pen from where it went down; `begin` gives what a movement is handed to. */
export function useDrag(toPicture: ToPicture, begin: () => (by: Point) => void) {
  const drag = useRef<{ from: Point; move: (by: Point) => void } | null>(null);
  return {
    onPointerDown(event: PointerEvent<HTMLElement>): void {
      if (event.button !== 0) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { from: toPicture(event), move: begin() };
    },
    onPointerMove(event: PointerEvent<HTMLElement>): void {
      if (!drag.current) return;
      const { x, y } = toPicture(event);
      drag.current.move({ x: x - drag.current.from.x, y: y - drag.current.from.y });
    },
    onPointerUp(): void {
      drag.current = null;
    },
    onPointerCancel(): void {
      drag.current = null;
    },
  };
}
