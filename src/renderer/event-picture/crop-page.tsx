import { Lock, RotateCcw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Box, Pixels } from "../../card-mask/picture.ts";
import type { ProcedureOutput } from "../../contract/ipc.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { TickGroup } from "../../ui/tick-group.tsx";
import { call } from "../bridge/call.ts";
import { PictureStage } from "../copy/bench/picture-stage.tsx";
import { useFailureWords } from "../failure-text.tsx";
import { CropBox } from "./crop-box.tsx";
import { startFrame } from "./crop-frame.ts";
import { encodeCrop } from "./encode-crop.ts";

type CropPageProps = {
  task: ProcedureOutput<"eventPicture.task">;
  picture: Pixels;
  onAgain: () => void;
};

/** Cuts the picture to what is needed. Of a person it is kept only once somebody looked that no face is in it. */
export function CropPage({ task, picture, onAgain }: CropPageProps) {
  const { t } = useTranslation();
  const say = useFailureWords();
  const { purpose } = task;
  const [box, setBox] = useState<Box>(() => startFrame(purpose, picture));
  const [looked, setLooked] = useState<"no-face"[]>([]);
  const [lacksLook, setLacksLook] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const mustLook = purpose === "event-reference";

  function change(changed: Box): void {
    setBox(changed);
    // What was looked at was another part.
    setLooked([]);
  }

  async function keep(): Promise<void> {
    if (isSaving) return;
    if (mustLook && looked.length === 0) return setLacksLook(true);
    setSaving(true);
    setFailure(null);
    const jpeg = await encodeCrop(picture, box, task.limit);
    const kept = await call("eventPicture.keep", { picture: jpeg });
    setSaving(false);
    if (!kept.ok) setFailure(say(kept.failure));
  }

  return (
    <div className="flex min-h-0 flex-1 gap-6 px-6 py-4">
      <PictureStage pixels={picture} label={t("eventPicture.crop.picture")}>
        {(toPicture) => (
          <CropBox
            box={box}
            picture={picture}
            label={t("eventPicture.crop.frame")}
            toPicture={toPicture}
            onChange={change}
          />
        )}
      </PictureStage>
      <div className="flex w-80 shrink-0 flex-col gap-4 overflow-y-auto p-1">
        <h1 className="font-semibold text-xl">{t("eventPicture.crop.title")}</h1>
        <p>{t(`eventPicture.crop.${purpose}`)}</p>
        {mustLook && (
          <TickGroup
            label={t("eventPicture.crop.check")}
            value={looked}
            onChange={(ticked) => {
              setLooked(ticked);
              setLacksLook(false);
            }}
            options={[{ value: "no-face", label: t("eventPicture.crop.noFace") }]}
            error={lacksLook ? t("eventPicture.crop.needed") : null}
          />
        )}
        {failure && <Banner tone="danger">{failure}</Banner>}
        <div className="mt-auto flex flex-col gap-3">
          <Button
            size="large"
            icon={<RotateCcw aria-hidden="true" className="size-5" />}
            onPress={onAgain}
          >
            {t("eventPicture.crop.again")}
          </Button>
          <Button
            variant="primary"
            size="large"
            icon={<Lock aria-hidden="true" className="size-5" />}
            isPending={isSaving}
            onPress={() => void keep()}
          >
            {t("eventPicture.crop.keep")}
          </Button>
        </div>
      </div>
    </div>
  );
}
