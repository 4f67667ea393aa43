import { useState } from "react";
import { useTranslation } from "react-i18next";
import { inboxProcedures } from "../../../../contract/inbox-api.ts";
import type { Channel } from "../../../../contract/reference.ts";
import { SelectField } from "../../../../ui/select-field.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { EditDialog } from "../../frame/edit-dialog.tsx";
import { IdField } from "../id-field.tsx";
import { WordsField } from "../words-field.tsx";

const contacts = ["phone", "email", "line", "address"] as const;

type ChannelDialogProps = { from: Channel | null; nextOrder: number; onClose: () => void };

/** A way to reach customers, and the detail it needs of them. */
export function ChannelDialog({ from, nextOrder, onClose }: ChannelDialogProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState<Channel>(
    from ?? { id: "", name: { th: "", en: "" }, contact: "phone", order: nextOrder },
  );
  const save = useAct("channels.save");
  const change = (parts: Partial<Channel>) => setValue({ ...value, ...parts });
  return (
    <EditDialog
      title={from ? t("purposes.changeChannel") : t("purposes.addChannel")}
      onClose={onClose}
      isWhole={inboxProcedures["channels.save"].input.safeParse(value).success}
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
      <SelectField
        label={t("purposes.contact")}
        value={value.contact}
        onChange={(contact) => change({ contact })}
        options={contacts.map((one) => ({ value: one, label: t(`purposes.contacts.${one}`) }))}
      />
    </EditDialog>
  );
}
