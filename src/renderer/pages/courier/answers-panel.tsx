import { FileOutput } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { useFunctionKey } from "../../../ui/function-keys.tsx";
import { useCommand } from "../../bridge/use-procedure.ts";
import { CourierSection } from "./courier-section.tsx";

/** Head office's answers to what this PC has carried: they are written for the way back. */
export function AnswersPanel({ count }: { count: number }) {
  const { t } = useTranslation();
  const save = useCommand("courier.saveAnswers");
  const [path, setPath] = useState<string | null>(null);

  async function write(): Promise<void> {
    setPath(null);
    const answer = await save.run();
    if (answer.ok) setPath(answer.value.path);
  }
  useFunctionKey("F8", () => void write(), {
    enabled: !save.isRunning,
    label: t("courier.writeAnswers"),
  });

  return (
    <CourierSection title={t("courier.answersTitle")} failure={save.failure}>
      <p>{t("courier.answers", { count })}</p>
      <p className="text-muted">{t("courier.answersWhat")}</p>
      <Button
        hint="F8"
        icon={<FileOutput aria-hidden="true" className="size-5" />}
        isPending={save.isRunning}
        onPress={() => void write()}
      >
        {t("courier.writeAnswers")}
      </Button>
      {path && (
        <Banner tone="success">
          <p className="break-all">{t("courier.answersWritten", { path })}</p>
        </Banner>
      )}
    </CourierSection>
  );
}
