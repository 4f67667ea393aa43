import { FileInput } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Progress } from "../../ui/progress.tsx";
import { CameraView } from "../copy/intake/camera-view.tsx";
import type { TakeFault } from "./take-picture.ts";

type TakePageProps = {
  purpose: "event-reference" | "take-down";
  fault: TakeFault | null;
  isTaking: boolean;
  onTake: (picture: File | ImageBitmap) => void;
};

/** Where the picture comes from: the camera, or a file. */
export function TakePage({ purpose, fault, isTaking, onTake }: TakePageProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex min-h-0 flex-1 gap-6 px-6 py-4">
      <section
        aria-label={t("copyWindow.intake.camera")}
        className="flex min-h-0 min-w-0 flex-1 flex-col"
      >
        <CameraView isTaking={isTaking} onFrame={onTake} isFree />
      </section>
      <div className="flex w-80 shrink-0 flex-col gap-4 overflow-y-auto p-1">
        <h1 className="font-semibold text-xl">{t(`eventPicture.intake.${purpose}`)}</h1>
        {fault && <Banner tone="danger">{t(`copyWindow.fault.${fault}`)}</Banner>}
        {isTaking && <Progress label={t("eventPicture.intake.taking")} />}
        <div className="mt-auto flex flex-col items-start gap-3">
          <input
            ref={input}
            type="file"
            accept=".jpg,.jpeg,.png,.webp"
            tabIndex={-1}
            aria-label={t("eventPicture.intake.choose")}
            className="sr-only"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) onTake(file);
              // The same file may be chosen again after it was refused.
              event.target.value = "";
            }}
          />
          <Button
            icon={<FileInput aria-hidden="true" className="size-6" />}
            isPending={isTaking}
            onPress={() => input.current?.click()}
          >
            {t("eventPicture.intake.choose")}
          </Button>
          <p className="text-muted text-sm">{t("eventPicture.intake.kinds")}</p>
        </div>
      </div>
    </div>
  );
}
