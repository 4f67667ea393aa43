import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Pixels } from "../../card-mask/picture.ts";
import type { ProcedureOutput } from "../../contract/ipc.ts";
import { Button } from "../../ui/button.tsx";
import { KeyHints, useFunctionKey } from "../../ui/function-keys.tsx";
import { call } from "../bridge/call.ts";
import { LanguageSwitch } from "../frame/language-switch.tsx";
import { CropPage } from "./crop-page.tsx";
import { TakePage } from "./take-page.tsx";
import { type TakeFault, takePicture } from "./take-picture.ts";

/** One picture of an event: taken, cut to what is needed, sealed. */
export function PicturePage({ task }: { task: ProcedureOutput<"eventPicture.task"> }) {
  const { t } = useTranslation();
  const [picture, setPicture] = useState<Pixels | null>(null);
  const [fault, setFault] = useState<TakeFault | null>(null);
  const [isTaking, setTaking] = useState(false);
  useFunctionKey("F12", () => void call("session.lock"), {
    label: t("frame.lock"),
    underWindows: true,
  });

  async function take(given: File | ImageBitmap): Promise<void> {
    if (isTaking) return;
    setTaking(true);
    setFault(null);
    const taken = await takePicture(given);
    setTaking(false);
    if (typeof taken === "string") setFault(taken);
    else setPicture(taken);
  }

  return (
    <div className="flex h-full flex-col">
      <header className="on-deep flex shrink-0 items-center gap-5 bg-deep px-6 py-2 text-on-deep">
        <div className="min-w-0 flex-1">
          <p className="font-semibold text-lg leading-snug">
            {t(`eventPicture.title.${task.purpose}`)}
          </p>
          <p className="truncate text-on-deep-muted text-sm leading-snug">
            {t("eventPicture.belongs", { number: task.number })}
          </p>
        </div>
        <LanguageSwitch onDeep />
        <Button
          icon={<X aria-hidden="true" className="size-5" />}
          onPress={() => void call("eventPicture.leave")}
        >
          {t("eventPicture.leave")}
        </Button>
      </header>
      <main className="flex min-h-0 flex-1 flex-col">
        {picture ? (
          <CropPage
            task={task}
            picture={picture}
            onAgain={() => {
              picture.data.fill(0);
              setPicture(null);
            }}
          />
        ) : (
          <TakePage
            purpose={task.purpose}
            fault={fault}
            isTaking={isTaking}
            onTake={(given) => void take(given)}
          />
        )}
      </main>
      <footer className="shrink-0 border-line border-t bg-card px-5 py-1.5">
        <KeyHints label={t("frame.keys")} />
      </footer>
    </div>
  );
}
