import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { controller as form } from "../../../../contract/reference.ts";
import { TextField } from "../../../../ui/text-field.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { WordsField } from "../words-field.tsx";
import { SavePanel } from "./save-panel.tsx";

type Controller = z.infer<typeof form>;
const blank = { th: "", en: "" };

/** The company and its DPO, as every notice, receipt and letter names them. */
export function ControllerPanel({ controller }: { controller: Controller }) {
  const { t } = useTranslation();
  const [value, setValue] = useState(controller);
  const save = useAct("controller.save");
  const change = (parts: Partial<Controller>) => setValue({ ...value, ...parts });
  return (
    <SavePanel
      title={t("settings.controller")}
      intro={t("settings.controllerIntro")}
      isWhole={form.safeParse(value).success}
      isRunning={save.isRunning}
      refusal={save.refusal}
      save={() => save.run(value)}
    >
      <WordsField
        label={t("settings.company")}
        value={value.name}
        onChange={(name) => change({ name })}
      />
      <WordsField
        label={t("settings.address")}
        rows={3}
        value={value.address ?? blank}
        onChange={(address) =>
          change({ address: address.th === "" && address.en === "" ? null : address })
        }
      />
      <div className="grid grid-cols-2 gap-4">
        <TextField
          label={t("settings.dpoEmail")}
          value={value.dpoEmail}
          onChange={(dpoEmail) => change({ dpoEmail })}
          maxLength={120}
        />
        <TextField
          label={t("settings.website")}
          value={value.website ?? ""}
          onChange={(website) => change({ website: website.trim() === "" ? null : website })}
          maxLength={120}
        />
      </div>
    </SavePanel>
  );
}
