import { useEffect } from "react";
import { call } from "../bridge/call.ts";

/** At most one touch in this many ms: main counts in minutes. */
const betweenTouchesMs = 10_000;

const signs = ["pointerdown", "pointermove", "keydown", "wheel"] as const;

/** Tells main that somebody is at the desk, so that it does not lock. */
export function useActivity(): void {
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    function touch(event: Event) {
      if (event.timeStamp - last < betweenTouchesMs) return;
      last = event.timeStamp;
      // Once locked, main answers that nobody is signed in; the change it sends then shows the sign-in page.
      void call("session.touch");
    }
    for (const sign of signs)
      window.addEventListener(sign, touch, { capture: true, passive: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, touch, { capture: true });
    };
  }, []);
}
