import { useEffect, useRef } from "react";
import { createScanReader } from "./scan-reader.ts";

type Field = HTMLInputElement | HTMLTextAreaElement;

function readFocusedField(): { field: Field; value: string } | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement)) return null;
  return { field: focused, value: focused.value };
}

// React overrides `value` on the element itself; the prototype's setter and an input event reach its state.
function restore({ field, value }: { field: Field; value: string }): void {
  if (field.value === value) return;
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * Hears a scanner that types like a keyboard and ends with Enter or Tab. `onScan` gets ASCII text whatever
 * the keyboard layout; the field that had focus gets back what it held before.
 */
export function useScanner(
  onScan: (text: string) => void,
  { enabled = true }: { enabled?: boolean } = {},
): void {
  const latest = useRef(onScan);
  useEffect(() => {
    latest.current = onScan;
  });
  useEffect(() => {
    if (!enabled) return;
    const reader = createScanReader();
    let before: ReturnType<typeof readFocusedField> = null;
    function press(event: KeyboardEvent) {
      const heard = reader.press({
        code: event.code,
        shift: event.shiftKey,
        control: event.ctrlKey,
        at: event.timeStamp,
      });
      if (heard.is === "first") before = readFocusedField();
      if (heard.is !== "scan") return;
      // The closing Enter is the scanner's, not the person's: it must not submit or press anything.
      event.preventDefault();
      event.stopPropagation();
      if (before) restore(before);
      before = null;
      latest.current(heard.text);
    }
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, [enabled]);
}
