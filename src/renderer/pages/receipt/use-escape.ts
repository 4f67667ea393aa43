import { useEffect, useRef } from "react";

/** Does something when Escape is pressed and nothing else wanted it. */
export function useEscape(run: () => void, enabled: boolean): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return;
    function press(event: KeyboardEvent) {
      if (event.key === "Escape" && !event.defaultPrevented) latest.current();
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [enabled]);
}
