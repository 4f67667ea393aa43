import { FileOutput } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CourierStanding } from "../../../contract/courier-procedures.ts";
import type { ProcedureOutput } from "../../../contract/ipc.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { useFunctionKey } from "../../../ui/function-keys.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { useCommand } from "../../bridge/use-procedure.ts";
import { CourierSection } from "./courier-section.tsx";

type Written = ProcedureOutput<"courier.save">;

/** What would go into a file, and writing it. */
export function WritePanel({
  standing: { hasKey, toGo },
  onDone,
}: {
  standing: CourierStanding;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const save = useCommand("courier.save");
  const [written, setWritten] = useState<Written | null>(null);
  const isEmpty = toGo.captures === 0 && toGo.pictures === 0;
  const canWrite = hasKey && !isEmpty && !save.isRunning;

  async function write(): Promise<void> {
    setWritten(null);
    const answer = await save.run();
    if (answer.ok) setWritten(answer.value);
    onDone();
  }
  useFunctionKey("F6", () => void write(), { enabled: canWrite, label: t("courier.write") });

  const name = ({ captures, pictures }: { captures: number; pictures: number }) => ({
    captures: t("courier.captures", { count: captures }),
    pictures: t("courier.pictures", { count: pictures }),
  });
  const megabytes = Math.round(toGo.bytes / 100_000) / 10;
  const size = megabytes < 0.1 ? t("courier.smallSize") : t("courier.size", { megabytes });

  return (
    <CourierSection title={t("courier.writeTitle")} failure={save.failure}>
      {hasKey ? (
        <>
          <p>{isEmpty ? t("courier.nothing") : t("courier.toGo", { ...name(toGo), size })}</p>
          {toGo.held > 0 && <p>{t("courier.held", { count: toGo.held })}</p>}
          {toGo.parked > 0 && <p>{t("courier.parked", { count: toGo.parked })}</p>}
          <p className="text-muted">{t("courier.sealed")}</p>
        </>
      ) : (
        <Banner tone="warning" announced={false}>
          {t("courier.noKey")}
        </Banner>
      )}
      <div className="flex min-h-11 items-center gap-4">
        <Button
          variant="primary"
          hint="F6"
          icon={<FileOutput aria-hidden="true" className="size-5" />}
          isDisabled={!hasKey || isEmpty}
          isPending={save.isRunning}
          onPress={() => void write()}
        >
          {t("courier.write")}
        </Button>
        {save.isRunning && <Progress label={t("courier.writing")} />}
      </div>
      {written && (
        <Banner tone="success">
          <p className="break-all">
            {t("courier.written", { ...name(written), path: written.path })}
          </p>
          <p>{t("courier.next")}</p>
        </Banner>
      )}
    </CourierSection>
  );
}
