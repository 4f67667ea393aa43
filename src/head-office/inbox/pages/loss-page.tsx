import { FileSpreadsheet, Printer } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "wouter";
import type { DeviceLoss } from "../../../contract/inbox-loss-procedures.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { useAct, useAnswer } from "../asking/use-asking.ts";
import { BackLink } from "../frame/back-link.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { Panel } from "../frame/panel.tsx";
import { RefusalBanner } from "../frame/refusal-banner.tsx";
import { LossFacts } from "./loss/loss-facts.tsx";
import { PeopleHeld, usePeopleCsv } from "./loss/people-held.tsx";

/** What was on a PC that is lost: what it had not sent, and whose records it held. */
export function LossPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams<{ id: string }>();
  const devices = useAnswer("devices.list", {});
  const device =
    devices.state === "ready" ? devices.value.devices.find((one) => one.id === id) : undefined;
  const read = useAct("devices.readLoss");
  const formPeople = usePeopleCsv();
  const [loss, setLoss] = useState<DeviceLoss | null>(null);

  async function drawUp(): Promise<void> {
    const answer = await read.run({ id });
    setLoss(answer.ok ? answer.value : null);
  }

  return (
    <>
      <BackLink to="/devices">{t("loss.back")}</BackLink>
      <PageHead
        title={t("loss.title", { name: device?.name ?? "" })}
        intro={t("loss.intro")}
        action={
          loss && (
            <>
              <Button icon={<Printer className="size-5" />} onPress={() => window.print()}>
                {t("loss.print")}
              </Button>
              <Button
                icon={<FileSpreadsheet className="size-5" />}
                isDisabled={loss.people.length === 0}
                onPress={() => formPeople(loss)}
              >
                {t("loss.csv")}
              </Button>
            </>
          )
        }
      />
      <RefusalBanner refusal={read.refusal} />
      {device && device.revokedAt === null && (
        <Banner tone="warning" announced={false}>
          {t("loss.notRevoked")}
        </Banner>
      )}
      {loss ? (
        <>
          <LossFacts loss={loss} />
          <PeopleHeld loss={loss} />
        </>
      ) : (
        <Panel>
          <p>{t("loss.what")}</p>
          <div>
            <Button variant="primary" isPending={read.isRunning} onPress={() => void drawUp()}>
              {t("loss.drawUp")}
            </Button>
          </div>
        </Panel>
      )}
    </>
  );
}
