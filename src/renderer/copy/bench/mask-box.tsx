import { type KeyboardEvent, useEffect, useRef } from "react";
import type { Box, Pixels, Point } from "../../../card-mask/picture.ts";
import type { PlacedMask } from "../copy-job.ts";
import { moveBox, placeBox, readArrow, resizeBox } from "./change-box.ts";
import { useDrag } from "./use-drag.ts";

const pace = 6;

type MaskBoxProps = {
  mask: PlacedMask;
  copy: Pixels;
  /** The name on it, and how it is worked for screen readers. */
  name: string;
  label: string;
  isSelected: boolean;
  /** It was just added: the keyboard goes on from it. */
  takesFocus: boolean;
  toPicture: (event: { clientX: number; clientY: number }) => Point;
  onSelect: () => void;
  onChange: (box: Box) => void;
  onRemove: () => void;
};

/** A mask on the copy: dragged by its middle, enlarged by its corner, or both by the arrow keys. */
export function MaskBox(props: MaskBoxProps) {
  const { mask, copy, isSelected, toPicture, onChange } = props;
  const { box } = mask;
  const button = useRef<HTMLButtonElement>(null);
  const move = useDrag(toPicture, () => {
    props.onSelect();
    return (by) => onChange(moveBox(box, by, copy));
  });
  const resize = useDrag(toPicture, () => {
    props.onSelect();
    return (by) => onChange(resizeBox(box, by, copy));
  });
  const { takesFocus } = props;
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);

  function press(event: KeyboardEvent): void {
    const by = readArrow(event.code, pace);
    if (by) onChange(event.shiftKey ? resizeBox(box, by, copy) : moveBox(box, by, copy));
    else if (event.code === "Delete" || event.code === "Backspace") props.onRemove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="absolute" style={placeBox(box, copy)}>
      <button
        ref={button}
        type="button"
        aria-label={props.label}
        aria-pressed={isSelected}
        data-covers=""
        onFocus={props.onSelect}
        onKeyDown={press}
        {...move}
        className={`block size-full cursor-move touch-none overflow-hidden border-2 text-start text-on-accent text-xs leading-none ${isSelected ? "border-focus bg-ink/80" : "border-ink bg-ink/65"}`}
      >
        <span aria-hidden="true" className="inline-block bg-ink px-1 py-0.5 leading-tight">
          {props.name}
        </span>
      </button>
      {isSelected && (
        <span
          aria-hidden="true"
          {...resize}
          className="absolute -right-5 -bottom-5 flex size-11 cursor-nwse-resize touch-none items-center justify-center"
        >
          <span className="size-5 rounded-full border-2 border-focus bg-card" />
        </span>
      )}
    </div>
  );
}
