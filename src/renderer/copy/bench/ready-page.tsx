import { ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Pixels } from "../../../card-mask/picture.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { Choice } from "../../../ui/choice.tsx";
import { useFunctionKey } from "../../../ui/function-keys.tsx";
import type { CopyJob } from "../copy-job.ts";
import { listStampPlaces, type StampPlace } from "../finish/stamp.ts";
import { PictureStage } from "./picture-stage.tsx";

type ReadyPageProps = {
  job: Extract<CopyJob, { at: "ready" | "saving" }>;
  pixels: Pixels;
  /** Bytes. */
  size: number;
  place: StampPlace | null;
  /** Why it was not saved, in words. */
  failure: string | null;
  onPlace: (place: StampPlace) => void;
  onBack: () => void;
  onKeep: () => void;
};

/** The very picture that will be kept, to be looked at once more. */
export function ReadyPage(props: ReadyPageProps) {
  const { job, pixels, size, failure, onKeep } = props;
  const { t } = useTranslation();
  const isSaving = job.at === "saving";
  const places = listStampPlaces(job.document);
  useFunctionKey("F9", onKeep, { label: t("copyWindow.ready.keep"), enabled: !isSaving });
  return (
    <div className="flex min-h-0 flex-1 gap-6 px-6 py-4">
      <PictureStage pixels={pixels} label={t("copyWindow.ready.copy")}>
        {() => null}
      </PictureStage>
      <div className="flex w-80 shrink-0 flex-col gap-4 overflow-y-auto p-1">
        <h1 className="flex items-center gap-2 font-semibold text-xl">
          <ShieldCheck aria-hidden="true" className="size-7 shrink-0 text-success" />
          {t("copyWindow.ready.title")}
        </h1>
        <p>{t("copyWindow.ready.text", { size: Math.ceil(size / 1000) })}</p>
        <Choice
          label={t("copyWindow.ready.stamp")}
          layout="column"
          value={props.place ?? places[0] ?? "low"}
          onChange={props.onPlace}
          isDisabled={isSaving}
          options={places.map((value) => ({ value, label: t(`copyWindow.ready.place.${value}`) }))}
        />
        {failure && (
          <Banner tone="danger" title={t("copyWindow.failedTitle")}>
            {failure}
          </Banner>
        )}
        <div className="mt-auto flex flex-col gap-2">
          <Button
            autoFocus
            variant="primary"
            size="large"
            hint="F9"
            wide
            isPending={isSaving}
            onPress={onKeep}
          >
            {t(isSaving ? "copyWindow.ready.keeping" : "copyWindow.ready.keep")}
          </Button>
          <Button wide isDisabled={isSaving} onPress={props.onBack}>
            {t("copyWindow.ready.back")}
          </Button>
        </div>
      </div>
    </div>
  );
}
