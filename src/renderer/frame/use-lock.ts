import { useEffect, useRef, useState } from "react";
import { useCommand } from "../bridge/use-procedure.ts";

/** Takes the page away before main locks: what stands on it is kept while somebody is still signed in. */
export function useLock(): { isStarted: boolean; start: () => void } {
  const { run } = useCommand("session.lock");
  const [isStarted, setStarted] = useState(false);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    // What a page hands on when it goes was handed on before this runs.
    if (isStarted) void latest.current().catch(() => setStarted(false));
  }, [isStarted]);
  return { isStarted, start: () => setStarted(true) };
}
