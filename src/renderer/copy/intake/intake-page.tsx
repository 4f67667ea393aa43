import { useTranslation } from "react-i18next";
import { Banner } from "../../../ui/banner.tsx";
import { Progress } from "../../../ui/progress.tsx";
import type { IntakeFault } from "../reader/card-requests.ts";
import { CameraView } from "./camera-view.tsx";
import { FileDrop } from "./file-drop.tsx";

type IntakePageProps = {
  fault: IntakeFault | null;
  isTaking: boolean;
  onTake: (picture: File | ImageBitmap) => void;
};

/** Where the picture comes from: the camera first, since it leaves no file behind. */
export function IntakePage({ fault, isTaking, onTake }: IntakePageProps) {
  const { t } = useTranslation();
  return (
    <div className="flex min-h-0 flex-1 gap-6 px-6 py-4">
      <section
        aria-label={t("copyWindow.intake.camera")}
        className="flex min-h-0 min-w-0 flex-1 flex-col"
      >
        <CameraView isTaking={isTaking} onFrame={onTake} />
      </section>
      <div className="flex w-80 shrink-0 flex-col gap-4 overflow-y-auto p-1">
        <h1 className="font-semibold text-xl">{t("copyWindow.intake.title")}</h1>
        <p>{t("copyWindow.intake.hint")}</p>
        {fault && <Banner tone="danger">{t(`copyWindow.fault.${fault}`)}</Banner>}
        {isTaking && <Progress label={t("copyWindow.reading.taking")} />}
        <section aria-label={t("copyWindow.intake.file")} className="mt-auto">
          <FileDrop isTaking={isTaking} onFile={onTake} />
        </section>
      </div>
    </div>
  );
}
