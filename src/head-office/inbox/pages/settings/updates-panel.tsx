import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Branch } from "../../../../contract/reference.ts";
import { appVersion, type UpdatePolicy, updatePolicy } from "../../../../contract/update-policy.ts";
import { TextField } from "../../../../ui/text-field.tsx";
import { TickGroup } from "../../../../ui/tick-group.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { useLanguage } from "../../i18n.ts";
import { SavePanel } from "./save-panel.tsx";

const split = (typed: string) => typed.split(/[\s,]+/).filter((part) => part !== "");

/** Which versions of the program the shops' PCs get, and when. */
export function UpdatesPanel({ policy, branches }: { policy: UpdatePolicy; branches: Branch[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [early, setEarly] = useState(policy.earlyBranches);
  const [minimum, setMinimum] = useState(policy.minimum ?? "");
  const [halted, setHalted] = useState(policy.halted.join(" "));
  const save = useAct("updatePolicy.save");
  const value = {
    earlyBranches: early,
    minimum: minimum.trim() === "" ? null : minimum.trim(),
    halted: split(halted),
  };
  const explain = (typed: readonly string[]) =>
    typed.every((one) => appVersion.safeParse(one).success) ? null : t("settings.badVersion");
  return (
    <SavePanel
      title={t("settings.updates")}
      intro={t("settings.updatesIntro")}
      isWhole={updatePolicy.safeParse(value).success}
      isRunning={save.isRunning}
      refusal={save.refusal}
      save={() => save.run(value)}
    >
      <div className="max-h-80 overflow-y-auto">
        <TickGroup
          label={t("settings.earlyBranches")}
          value={early}
          onChange={setEarly}
          options={branches.map(({ id, name }) => ({ value: id, label: name[language] }))}
        />
      </div>
      <div className="grid max-w-2xl grid-cols-2 gap-4">
        <TextField
          label={t("settings.minimum")}
          description={t("settings.minimumHelp")}
          value={minimum}
          onChange={setMinimum}
          maxLength={17}
          error={explain(value.minimum === null ? [] : [value.minimum])}
        />
        <TextField
          label={t("settings.halted")}
          description={t("settings.haltedHelp")}
          value={halted}
          onChange={setHalted}
          maxLength={1800}
          error={explain(value.halted)}
        />
      </div>
    </SavePanel>
  );
}
