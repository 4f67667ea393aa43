import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFunctionKey } from "../../../ui/function-keys.tsx";
import type { Desk } from "./use-desk.ts";
import type { Search } from "./use-search.ts";

type TaskKey = "F4" | "F6" | "F7" | "F8";

/**
 * What can be done now, by key. Hands are faster than the answer to who it is: a key that is pressed while a
 * person is on the way waits for them, so that it is never taken for somebody new or for a passer-by.
 */
export function useTaskKeys(desk: Desk, search: Search, isPerson: boolean): void {
  const { t } = useTranslation();
  const [kept, setKept] = useState<TaskKey | null>(null);
  const isOnTheWay = search.isOpening || desk.subject.is === "waiting";

  function run(key: TaskKey): void {
    if (isOnTheWay) setKept(key);
    else if (key === "F4") desk.start({ task: "ask" });
    else if (key === "F6") desk.start({ task: "withdraw" });
    else if (key === "F7" && isPerson) desk.start({ task: "correct" });
    else if (key === "F8") void desk.sayNoThanksHere();
  }

  useEffect(() => {
    if (kept === null || isOnTheWay) return;
    setKept(null);
    // Of several people that were found nobody said which.
    if (isPerson || search.hits.length === 0) run(kept);
  });

  useFunctionKey("F4", () => run("F4"), {
    label: isPerson ? t("desk.person.ask") : t("desk.start.ask"),
  });
  useFunctionKey("F6", () => run("F6"), {
    label: isPerson ? t("desk.person.withdraw") : t("desk.start.withdraw"),
  });
  useFunctionKey("F7", () => run("F7"), {
    enabled: isPerson || isOnTheWay,
    label: t("desk.person.correct"),
  });
  useFunctionKey("F8", () => run("F8"), { label: t("desk.start.noThanks") });
}
