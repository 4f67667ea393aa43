import { useEffect, useLayoutEffect, useRef } from "react";
import { readDigit } from "../../../ui/digit-key.ts";

export type ReviewKeys = {
  /** 1, 2, 3 by position, in any keyboard layout. */
  onDigit(digit: number): void;
  onBack(): void;
  onNext(): void;
  onEnter?: (() => void) | undefined;
  onEscape?: (() => void) | undefined;
};

/** The keys of the review, wherever focus is but in a field or a window over the page. */
export function useReviewKeys(keys: ReviewKeys): void {
  const latest = useRef(keys);
  // Before the new picture is painted: a key decides the picture that is seen, never the one before.
  useLayoutEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.repeat) return;
      if (isElsewhere(event)) return;
      if (run(latest.current, event)) event.preventDefault();
    }
    // Captured, since a focused control may stop its key events from travelling up.
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, []);
}

function run(keys: ReviewKeys, { code, target }: KeyboardEvent): boolean {
  const digit = readDigit(code);
  if (digit !== null) {
    keys.onDigit(digit);
    return true;
  }
  switch (code) {
    case "ArrowLeft":
      keys.onBack();
      return true;
    case "ArrowRight":
      keys.onNext();
      return true;
    case "Enter":
    case "NumpadEnter":
      // On a button, Enter presses it; a rectangle has nothing to press.
      if (!keys.onEnter || isWithin(target, "button:not([data-region]), summary, a")) return false;
      keys.onEnter();
      return true;
    case "Escape":
      keys.onEscape?.();
      return keys.onEscape !== undefined;
    default:
      return false;
  }
}

/** Whether the key is a field's, a list's or that of a window over the page. */
function isElsewhere({ code, target }: KeyboardEvent): boolean {
  if (isWithin(target, "input, textarea, select, [role=dialog], [role=alertdialog]")) return true;
  return code.startsWith("Arrow") && isWithin(target, "[role=radiogroup], [data-region]");
}

function isWithin(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
