import { Usb } from "lucide-react";
import { useState } from "react";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { useTranslation } from "react-i18next";
import { uuidv7 } from "uuidv7";
import { courierFileEnding } from "../../../../contract/courier.ts";
import { Banner } from "../../../../ui/banner.tsx";
import { Button } from "../../../../ui/button.tsx";
import { Progress } from "../../../../ui/progress.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { Panel } from "../../frame/panel.tsx";
import { FileResult } from "./file-result.tsx";
import { type FileFault, type FileTaking, takeFile } from "./take-file.ts";

type Told = { name: string; taking: FileTaking | { fault: FileFault } };

/** Takes a file in and says what came of it. */
export function FilePanel() {
  const { t } = useTranslation();
  const take = useAct("courier.take");
  const [share, setShare] = useState<number | null>(null);
  const [told, setTold] = useState<Told | null>(null);

  async function takeIn(chosen: File): Promise<void> {
    const file = uuidv7();
    setTold(null);
    setShare(0);
    try {
      const taking = await takeFile(chosen, (bundle) => take.run({ file, bundle }), setShare);
      setTold({ name: chosen.name, taking });
    } catch {
      // The stick was pulled out, most likely.
      setTold({ name: chosen.name, taking: { fault: "not-readable" } });
    } finally {
      setShare(null);
    }
  }

  return (
    <>
      <Panel title={t("courier.take")} intro={t("courier.takeIntro")}>
        {share === null ? (
          <div>
            <FileTrigger
              acceptedFileTypes={[courierFileEnding]}
              onSelect={(files) => {
                const chosen = files?.[0];
                if (chosen) void takeIn(chosen);
              }}
            >
              <Button variant="primary" icon={<Usb aria-hidden="true" className="size-5" />}>
                {t("courier.choose")}
              </Button>
            </FileTrigger>
          </div>
        ) : (
          <Progress label={t("courier.taking", { percent: Math.floor(share * 100) })} />
        )}
        {told && "fault" in told.taking && (
          <Banner tone="danger" title={t("courier.notTaken", { name: told.name })}>
            {t(`courier.fault.${told.taking.fault}`)}
          </Banner>
        )}
      </Panel>
      {told && !("fault" in told.taking) && <FileResult name={told.name} taking={told.taking} />}
    </>
  );
}
