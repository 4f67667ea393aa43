import { useState } from "react";
import { useTranslation } from "react-i18next";
import { captureKinds } from "../../../../contract/envelope.ts";
import { inboxProcedures } from "../../../../contract/inbox-api.ts";
import { holdCondition, type PendingRules } from "../../../../contract/pending-rules.ts";
import { TickGroup } from "../../../../ui/tick-group.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { NumberField } from "../number-field.tsx";
import { SavePanel } from "./save-panel.tsx";

const hour = 60;

/** When what waits in a shop is late, and what a manager looks at before it is sent. */
export function PendingPanel({ rules }: { rules: PendingRules }) {
  const { t } = useTranslation();
  const [value, setValue] = useState(rules);
  const save = useAct("pendingRules.save");
  const { review } = value;
  const setReview = (part: Partial<PendingRules["review"]>) =>
    setValue({ ...value, review: { ...review, ...part } });
  return (
    <SavePanel
      title={t("settings.pending")}
      intro={t("settings.pendingIntro")}
      isWhole={inboxProcedures["pendingRules.save"].input.safeParse(value).success}
      isRunning={save.isRunning}
      refusal={save.refusal}
      save={() => save.run(value)}
    >
      <div className="grid max-w-2xl grid-cols-2 gap-4">
        <NumberField
          label={t("settings.lateAfter")}
          value={value.lateAfter / hour}
          onChange={(hours) => setValue({ ...value, lateAfter: hours * hour })}
        />
        <NumberField
          label={t("settings.veryLateAfter")}
          value={value.veryLateAfter / hour}
          onChange={(hours) => setValue({ ...value, veryLateAfter: hours * hour })}
        />
      </div>
      <TickGroup
        label={t("settings.holdConditions")}
        value={review.conditions}
        onChange={(conditions) => setReview({ conditions })}
        options={holdCondition.options.map((one) => ({
          value: one,
          label: t(`settings.holdCondition.${one}`),
        }))}
      />
      <TickGroup
        label={t("settings.holdKinds")}
        description={t("settings.neverHeld")}
        value={captureKinds.filter((kind) => review.kinds.includes(kind))}
        onChange={(kinds) => setReview({ kinds })}
        options={captureKinds.map((one) => ({ value: one, label: t(`settings.holdKind.${one}`) }))}
      />
    </SavePanel>
  );
}
