import { useTranslation } from "react-i18next";
import type { ListedDevice } from "../../../../contract/inbox-reference-procedures.ts";
import { Banner } from "../../../../ui/banner.tsx";
import { Button } from "../../../../ui/button.tsx";
import { Dialog } from "../../../../ui/dialog.tsx";
import { useAnswer } from "../../asking/use-asking.ts";
import { Ready } from "../../frame/ready.tsx";
import { sayGaps } from "./gap-words.ts";

/** How whole the chain of one device is at head office. */
export function ChainDialog({ device, onClose }: { device: ListedDevice; onClose: () => void }) {
  const { t } = useTranslation();
  const chain = useAnswer("devices.readChain", { id: device.id });
  return (
    <Dialog
      title={t("devices.chainTitle", { name: device.name })}
      isOpen
      onClose={onClose}
      closeLabel={t("app.close")}
      size="small"
      footer={
        <Button variant="primary" onPress={onClose}>
          {t("app.close")}
        </Button>
      }
    >
      <Ready answer={chain}>
        {({ accepted, refused, highest, gaps, broken, conflicts }) => {
          const isSound = broken.length === 0 && conflicts === 0;
          return (
            <div className="flex flex-col gap-3">
              <Banner tone={!isSound ? "danger" : gaps.length > 0 ? "warning" : "success"}>
                {!isSound
                  ? t("devices.chainBroken")
                  : gaps.length > 0
                    ? t("devices.chainGaps")
                    : t("devices.chainWhole")}
              </Banner>
              <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1">
                {(
                  [
                    ["accepted", accepted],
                    ["refused", refused],
                    ["highest", highest],
                    ["conflicts", conflicts],
                  ] as const
                ).map(([name, count]) => (
                  <div key={name} className="contents">
                    <dt className="text-muted">{t(`devices.chainOf.${name}`)}</dt>
                    <dd className="text-end font-semibold">{count}</dd>
                  </div>
                ))}
              </dl>
              {gaps.length > 0 && (
                <p>
                  {t("devices.gaps")} {sayGaps(gaps)}
                </p>
              )}
            </div>
          );
        }}
      </Ready>
    </Dialog>
  );
}
