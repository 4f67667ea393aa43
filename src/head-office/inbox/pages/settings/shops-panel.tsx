import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { settings as form, type Notice } from "../../../../contract/reference.ts";
import { Choice } from "../../../../ui/choice.tsx";
import { SelectField } from "../../../../ui/select-field.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { NumberField } from "../number-field.tsx";
import { SavePanel } from "./save-panel.tsx";

type Settings = z.infer<typeof form>;

/** On what basis members get news, which notice is read first, and when a desk locks. */
export function ShopsPanel({
  settings,
  notices,
}: {
  settings: Settings;
  notices: readonly Notice[];
}) {
  const { t } = useTranslation();
  const [value, setValue] = useState(settings);
  const save = useAct("settings.save");
  const ids = [...new Set(notices.map(({ id }) => id))];
  return (
    <SavePanel
      title={t("settings.shops")}
      intro={t("settings.shopsIntro")}
      isWhole={form.safeParse(value).success}
      isRunning={save.isRunning}
      refusal={save.refusal}
      save={() => save.run(value)}
    >
      <Choice
        label={t("settings.memberBasis")}
        description={t("settings.memberBasisHelp")}
        value={value.memberBasis}
        onChange={(memberBasis) => setValue({ ...value, memberBasis })}
        options={[
          {
            value: "consent",
            label: t("settings.consent"),
            description: t("settings.consentMeans"),
          },
          {
            value: "member-benefit",
            label: t("settings.benefit"),
            description: t("settings.benefitMeans"),
          },
        ]}
      />
      <div className="grid max-w-2xl grid-cols-2 gap-4">
        <SelectField
          label={t("settings.marketingNotice")}
          value={value.marketingNotice}
          onChange={(marketingNotice) => setValue({ ...value, marketingNotice })}
          options={ids.map((id) => ({ value: id, label: id }))}
        />
        <NumberField
          label={t("settings.idleLock")}
          value={value.idleLockMinutes}
          onChange={(idleLockMinutes) => setValue({ ...value, idleLockMinutes })}
        />
      </div>
    </SavePanel>
  );
}
