import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type RightsSettings, rightsSettings } from "../../../../contract/rights.ts";
import { Choice } from "../../../../ui/choice.tsx";
import { TextField } from "../../../../ui/text-field.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { NumberField } from "../number-field.tsx";
import { WordsField } from "../words-field.tsx";
import { SavePanel } from "./save-panel.tsx";

const blank = { th: "", en: "" };

/** What counters go by when they take a request. */
export function RightsPanel({ settings }: { settings: RightsSettings }) {
  const { t } = useTranslation();
  const [value, setValue] = useState(settings);
  const save = useAct("rightsSettings.save");
  const { authority } = value;
  const change = (parts: Partial<RightsSettings>) => setValue({ ...value, ...parts });
  const changeAuthority = (parts: Partial<RightsSettings["authority"]>) =>
    change({ authority: { ...authority, ...parts } });
  const orNull = (text: string) => (text.trim() === "" ? null : text);
  return (
    <SavePanel
      title={t("settings.rights")}
      intro={t("settings.rightsIntro")}
      isWhole={rightsSettings.safeParse(value).success}
      isRunning={save.isRunning}
      refusal={save.refusal}
      save={() => save.run(value)}
    >
      <div className="grid max-w-2xl grid-cols-2 gap-4">
        <NumberField
          label={t("settings.footageDays")}
          value={value.footageDays}
          onChange={(footageDays) => change({ footageDays })}
        />
        <NumberField
          label={t("settings.remindDays")}
          value={value.remindDays}
          onChange={(remindDays) => change({ remindDays })}
        />
      </div>
      <Choice
        label={t("settings.keepsCopy")}
        value={value.keepsDocumentCopy ? "yes" : "no"}
        onChange={(chosen) => change({ keepsDocumentCopy: chosen === "yes" })}
        options={[
          { value: "no", label: t("settings.noCopy") },
          { value: "yes", label: t("settings.withCopy") },
        ]}
      />
      <WordsField
        label={t("settings.authorityAddress")}
        value={authority.address ?? blank}
        onChange={(address) =>
          changeAuthority({ address: address.th === "" && address.en === "" ? null : address })
        }
      />
      <div className="grid grid-cols-3 gap-4">
        <TextField
          label={t("settings.authorityPhone")}
          value={authority.phone ?? ""}
          onChange={(phone) => changeAuthority({ phone: orNull(phone) })}
          maxLength={60}
        />
        <TextField
          label={t("settings.authorityEmail")}
          value={authority.email ?? ""}
          onChange={(email) => changeAuthority({ email: orNull(email) })}
          maxLength={120}
        />
        <TextField
          label={t("settings.authorityWebsite")}
          value={authority.website ?? ""}
          onChange={(website) => changeAuthority({ website: orNull(website) })}
          maxLength={120}
        />
      </div>
    </SavePanel>
  );
}
