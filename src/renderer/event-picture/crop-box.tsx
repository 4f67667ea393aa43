import type { KeyboardEvent } from "react";
import type { Box, Pixels, Point } from "../../card-mask/picture.ts";
import { moveBox, placeBox, readArrow, resizeBox } from "../copy/bench/change-box.ts";
import { useDrag } from "../copy/bench/use-drag.ts";

type CropBoxProps = {
  box: Box;
  picture: Pixels;
  label: string;
  toPicture: (event: { clientX: number; clientY: number }) => Point;
  onChange: (box: Box) => void;
};

/** The frame around what is kept; what is outside is dark. Dragged, enlarged by its corner, or by arrow keys. */
export function CropBox({ box, picture, label, toPicture, onChange }: CropBoxProps) {
  const move = useDrag(toPicture, () => (by) => onChange(moveBox(box, by, picture)));
  const resize = useDrag(toPicture, () => (by) => onChange(resizeBox(box, by, picture)));
  const pace = Math.max(6, Math.round(picture.width / 60));

  function press(event: KeyboardEvent): void {
    const by = readArrow(event.code, pace);
    if (!by) return;
    onChange(event.shiftKey ? resizeBox(box, by, picture) : moveBox(box, by, picture));
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="absolute inset-0 overflow-hidden">
      <div
        className="absolute shadow-[0_0_0_200rem_rgb(0_0_0_/_0.72)]"
        style={placeBox(box, picture)}
      >
        <button
          type="button"
          aria-label={label}
          onKeyDown={press}
          {...move}
          className="block size-full cursor-move touch-none border-4 border-focus bg-transparent"
        />
        <span
          aria-hidden="true"
          {...resize}
          className="absolute right-0 bottom-0 flex size-11 cursor-nwse-resize touch-none items-end justify-end"
        >
          <span className="size-7 border-2 border-focus bg-card" />
        </span>
      </div>
    </div>
  );
}
