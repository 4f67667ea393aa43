import { useEscape } from "../receipt/use-escape.ts";

/** Escape leads back to the event, unless a window that lies over the form wants it. */
export function useEventEscape(run: () => void, enabled: boolean): void {
  useEscape(() => {
    if (!document.querySelector('[role="dialog"], [role="alertdialog"]')) run();
  }, enabled);
}
