import { Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { Button } from "../../ui/button.tsx";
import { useProcedure } from "../bridge/use-procedure.ts";

/** A manager gave something back to whoever is signed in: until it is put right. */
export function GivenBackReminder() {
  const { t } = useTranslation();
  const [location, navigate] = useLocation();
  const mine = useProcedure("pending.mine", undefined);
  const count = mine.state === "ready" ? mine.value.length : 0;
  if (count === 0 || location === "/given-back") return null;
  return (
    <section
      aria-label={t("review.mine.title")}
      className="flex items-center gap-4 border-warning/40 border-b bg-warning-soft px-5 py-1.5"
    >
      <Undo2 aria-hidden="true" className="size-5 shrink-0" />
      <span role="status" className="font-semibold">
        {t("review.mine.remind", { count })}
      </span>
      <span className="ml-auto">
        <Button onPress={() => navigate("/given-back")}>{t("pending.look")}</Button>
      </span>
    </section>
  );
}
