import { useState } from "react";
import { useTranslation } from "react-i18next";
import { inboxProcedures } from "../../../../contract/inbox-api.ts";
import { useAct } from "../../asking/use-asking.ts";
import { NumberField } from "../number-field.tsx";
import { SavePanel } from "./save-panel.tsx";

type RetentionPanelProps = {
  /** Null: no rules for copies are published. */
  copyDays: number | null;
  eventDays: number;
  deskDays: number;
};

/** After how many days what is kept for a while goes. */
export function RetentionPanel({ copyDays, eventDays, deskDays }: RetentionPanelProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState({ copyDays, eventDays, deskDays });
  const save = useAct("retention.save");
  return (
    <SavePanel
      title={t("settings.retention")}
      intro={t("settings.retentionIntro")}
      isWhole={inboxProcedures["retention.save"].input.safeParse(value).success}
      isRunning={save.isRunning}
      refusal={save.refusal}
      save={() => save.run(value)}
    >
      <div className="grid max-w-2xl grid-cols-2 gap-4">
        {copyDays !== null && (
          <NumberField
            label={t("settings.copyDays")}
            value={value.copyDays ?? Number.NaN}
            onChange={(days) => setValue({ ...value, copyDays: days })}
          />
        )}
        <NumberField
          label={t("settings.eventDays")}
          value={value.eventDays}
          onChange={(days) => setValue({ ...value, eventDays: days })}
        />
        <NumberField
          label={t("settings.deskDays")}
          value={value.deskDays}
          onChange={(days) => setValue({ ...value, deskDays: days })}
        />
      </div>
    </SavePanel>
  );
}
