import { useEffect, useState } from "react";

const everyMs = 30_000;

/** The time, for words such as "5 minutes": moves on twice a minute. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(new Date()), everyMs);
    return () => window.clearInterval(timer);
  }, []);
  return now;
}
