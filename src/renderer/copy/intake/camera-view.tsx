import { Camera } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { useFunctionKey } from "../../../ui/function-keys.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { SelectField } from "../../../ui/select-field.tsx";

type Live = { is: "starting" } | { is: "on"; cameras: readonly MediaDeviceInfo[] } | { is: "none" };

type CameraViewProps = {
  isTaking: boolean;
  onFrame: (frame: ImageBitmap) => void;
  /** Without the frame to hold a document in. */
  isFree?: boolean;
};

/** The camera's live picture with a frame to hold the document in. It is on only while this is shown. */
export function CameraView({ isTaking, onFrame, isFree = false }: CameraViewProps) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const [live, setLive] = useState<Live>({ is: "starting" });
  const [chosen, setChosen] = useState("");

  useEffect(() => {
    let stream: MediaStream | null = null;
    let isOver = false;
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    async function start(): Promise<void> {
      stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: {
          width: { ideal: 2560 },
          height: { ideal: 1440 },
          ...(chosen ? { deviceId: { exact: chosen } } : {}),
        },
      });
      if (isOver) return stop();
      const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(
        ({ kind }) => kind === "videoinput",
      );
      if (video.current) video.current.srcObject = stream;
      setLive({ is: "on", cameras });
    }
    start().catch(() => setLive({ is: "none" }));
    return () => {
      isOver = true;
      stop();
    };
  }, [chosen]);

  const isOn = live.is === "on";
  async function shoot(): Promise<void> {
    const shown = video.current;
    if (!shown || shown.videoWidth === 0 || isTaking) return;
    onFrame(await createImageBitmap(shown));
  }
  useFunctionKey("F9", () => void shoot(), {
    label: t("copyWindow.intake.shoot"),
    enabled: isOn && !isTaking,
  });

  if (live.is === "none") return <Banner tone="warning">{t("copyWindow.intake.noCamera")}</Banner>;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3">
      <div className="@container-size relative flex min-h-0 flex-1 items-center justify-center rounded-panel bg-ink">
        <video
          ref={video}
          autoPlay
          playsInline
          muted
          aria-label={t("copyWindow.intake.live")}
          className="size-full object-contain"
        />
        {!isFree && (
          <span
            aria-hidden="true"
            // The shape of a card, as large as fits (ISO/IEC 7810 ID-1).
            style={{ aspectRatio: "85.6 / 53.98", width: "min(84cqw, calc(84cqh * 1.585))" }}
            className="pointer-events-none absolute rounded-panel border-4 border-card/90 border-dashed"
          />
        )}
      </div>
      {live.is === "starting" && <Progress label={t("copyWindow.intake.starting")} />}
      <div className="flex flex-wrap items-end gap-4">
        <Button
          autoFocus
          variant="primary"
          size="large"
          hint="F9"
          icon={<Camera aria-hidden="true" className="size-6" />}
          isPending={isTaking}
          isDisabled={!isOn}
          onPress={() => void shoot()}
        >
          {t("copyWindow.intake.shoot")}
        </Button>
        {isOn && live.cameras.length > 1 && (
          <SelectField
            label={t("copyWindow.intake.which")}
            value={chosen || (live.cameras[0]?.deviceId ?? "")}
            onChange={setChosen}
            options={live.cameras.map(({ deviceId, label }, index) => ({
              value: deviceId,
              label: label || String(index + 1),
            }))}
          />
        )}
      </div>
    </div>
  );
}
