import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Banner } from "../../../../ui/banner.tsx";
import { Button } from "../../../../ui/button.tsx";
import type { Asked, NotAnswered } from "../../asking/ask.ts";
import { Panel } from "../../frame/panel.tsx";
import { RefusalBanner } from "../../frame/refusal-banner.tsx";
import { useMayAct } from "../../frame/who.tsx";

type SavePanelProps = {
  title: string;
  intro: string;
  isWhole: boolean;
  isRunning: boolean;
  refusal: NotAnswered | null;
  save: () => Promise<Asked<unknown>>;
  children: ReactNode;
};

/** A part of the settings that is saved by itself. */
export function SavePanel(props: SavePanelProps) {
  const { t } = useTranslation();
  const mayAct = useMayAct();
  const [isSaved, setSaved] = useState(false);
  return (
    <Panel title={props.title} intro={props.intro}>
      <fieldset disabled={!mayAct} className="flex flex-col gap-4">
        {props.children}
      </fieldset>
      <RefusalBanner refusal={props.refusal} />
      {isSaved && <Banner tone="success">{t("settings.saved")}</Banner>}
      {mayAct && (
        <div>
          <Button
            variant="primary"
            isDisabled={!props.isWhole}
            isPending={props.isRunning}
            onPress={async () => {
              setSaved(false);
              setSaved((await props.save()).ok);
            }}
          >
            {t("settings.publish")}
          </Button>
        </div>
      )}
    </Panel>
  );
}
