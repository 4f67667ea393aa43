import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Evidence } from "../../../captures/id-copy/payload.ts";
import { Button } from "../../../ui/button.tsx";
import { useFunctionKey } from "../../../ui/function-keys.tsx";
import { LeftoverCard } from "./leftover-card.tsx";

type RefundSavedProps = {
  number: string;
  how: Evidence["how"];
  onDone: () => void;
  onPaper: () => void;
};

/** It is saved: under which number, and what is still to be done with files and papers. */
export function RefundSaved({ number, how, onDone, onPaper }: RefundSavedProps) {
  const { t } = useTranslation();
  const text = { copied: "copied", seen: "seen", "not-needed": "none" } as const;
  useFunctionKey("F9", onDone, { label: t("refunds.saved.done") });
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-5 px-8 py-10">
      <div className="flex flex-col items-center gap-2 text-center">
        <CircleCheck aria-hidden="true" className="size-14 text-success" strokeWidth={1.5} />
        <h1 className="font-semibold text-2xl">{t("refunds.saved.title")}</h1>
        <p>{t(`refunds.saved.${text[how]}`)}</p>
        <p>
          {t("refunds.saved.number")}{" "}
          <span className="font-semibold text-lg tabular-nums">{number}</span>
        </p>
      </div>
      <LeftoverCard />
      <div className="flex justify-center gap-3">
        <Button autoFocus variant="primary" size="large" hint="F9" onPress={onDone}>
          {t("refunds.saved.done")}
        </Button>
        <Button size="large" onPress={onPaper}>
          {t("refunds.saved.paper")}
        </Button>
      </div>
    </div>
  );
}
