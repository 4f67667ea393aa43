import { FileInput } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CourierTaken } from "../../../contract/courier-procedures.ts";
import { Button } from "../../../ui/button.tsx";
import { useFunctionKey } from "../../../ui/function-keys.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { useCommand } from "../../bridge/use-procedure.ts";
import { CourierSection } from "./courier-section.tsx";
import { TakenBanner } from "./taken-banner.tsx";

/** Taking a file in, and what was in it. */
export function TakePanel({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const take = useCommand("courier.take");
  const [taken, setTaken] = useState<CourierTaken | null>(null);

  async function takeIn(): Promise<void> {
    setTaken(null);
    const answer = await take.run();
    if (answer.ok) setTaken(answer.value);
    onDone();
  }
  useFunctionKey("F7", () => void takeIn(), { enabled: !take.isRunning, label: t("courier.take") });

  return (
    <CourierSection title={t("courier.takeTitle")} failure={take.failure}>
      <p>{t("courier.takeWhat")}</p>
      <div className="flex min-h-11 items-center gap-4">
        <Button
          hint="F7"
          icon={<FileInput aria-hidden="true" className="size-5" />}
          isPending={take.isRunning}
          onPress={() => void takeIn()}
        >
          {t("courier.take")}
        </Button>
        {take.isRunning && <Progress label={t("courier.taking")} />}
      </div>
      {taken && <TakenBanner taken={taken} />}
    </CourierSection>
  );
}
