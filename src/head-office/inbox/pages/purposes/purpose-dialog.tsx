import { useState } from "react";
import { useTranslation } from "react-i18next";
import { inboxProcedures } from "../../../../contract/inbox-api.ts";
import type { Purpose } from "../../../../contract/reference.ts";
import { Choice } from "../../../../ui/choice.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { EditDialog } from "../../frame/edit-dialog.tsx";
import { IdField } from "../id-field.tsx";
import { WordsField } from "../words-field.tsx";

const blank = { th: "", en: "" };

type PurposeDialogProps = { from: Purpose | null; nextOrder: number; onClose: () => void };

/** A purpose that customers are asked about, in the words that are read to them. */
export function PurposeDialog({ from, nextOrder, onClose }: PurposeDialogProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState<Purpose>(
    from ?? {
      id: "",
      name: blank,
      question: blank,
      consequence: blank,
      usesChannels: false,
      memberBenefit: false,
      order: nextOrder,
    },
  );
  const save = useAct("purposes.save");
  const change = (parts: Partial<Purpose>) => setValue({ ...value, ...parts });
  const yesNo = [
    { value: "yes" as const, label: t("app.yes") },
    { value: "no" as const, label: t("app.no") },
  ];
  return (
    <EditDialog
      title={from ? t("purposes.changePurpose") : t("purposes.addPurpose")}
      onClose={onClose}
      isWhole={inboxProcedures["purposes.save"].input.safeParse(value).success}
      isRunning={save.isRunning}
      refusal={save.refusal}
      onSave={async () => {
        if ((await save.run(value)).ok) onClose();
      }}
    >
      <IdField value={value.id} onChange={(id) => change({ id })} isKept={from !== null} />
      <WordsField
        label={t("purposes.name")}
        value={value.name}
        onChange={(name) => change({ name })}
      />
      <WordsField
        label={t("purposes.question")}
        rows={4}
        value={value.question}
        onChange={(question) => change({ question })}
      />
      <WordsField
        label={t("purposes.consequence")}
        rows={4}
        value={value.consequence}
        onChange={(consequence) => change({ consequence })}
      />
      <Choice
        label={t("purposes.byChannelQuestion")}
        value={value.usesChannels ? "yes" : "no"}
        onChange={(chosen) => change({ usesChannels: chosen === "yes" })}
        options={yesNo}
      />
      <Choice
        label={t("purposes.forMembersQuestion")}
        value={value.memberBenefit ? "yes" : "no"}
        onChange={(chosen) => change({ memberBenefit: chosen === "yes" })}
        options={yesNo}
      />
    </EditDialog>
  );
}
