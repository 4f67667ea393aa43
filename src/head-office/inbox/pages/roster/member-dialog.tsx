import { useState } from "react";
import { useTranslation } from "react-i18next";
import { inboxProcedures } from "../../../../contract/inbox-api.ts";
import type { RosterMember } from "../../../../contract/inbox-reference-procedures.ts";
import type { Branch } from "../../../../contract/reference.ts";
import { SelectField } from "../../../../ui/select-field.tsx";
import { TickGroup } from "../../../../ui/tick-group.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { EditDialog } from "../../frame/edit-dialog.tsx";
import { useLanguage } from "../../i18n.ts";
import { IdField } from "../id-field.tsx";
import { WordsField } from "../words-field.tsx";

const roles = ["counter", "event", "manager"] as const;

type MemberDialogProps = {
  from: RosterMember | null;
  branches: readonly Branch[];
  onClose: () => void;
  /** The PIN of somebody who was added. */
  onPin: (pin: string, name: string) => void;
};

/** A member of staff: name, shop, and what they do there. */
export function MemberDialog({ from, branches, onClose, onPin }: MemberDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [value, setValue] = useState<RosterMember>(
    from ?? { id: "", name: { th: "", en: "" }, roles: [], branch: branches[0]?.id ?? "" },
  );
  const add = useAct("staff.add");
  const alter = useAct("staff.change");
  const change = (parts: Partial<RosterMember>) => setValue({ ...value, ...parts });

  async function save(): Promise<void> {
    if (from) {
      if ((await alter.run(value)).ok) onClose();
      return;
    }
    const answer = await add.run(value);
    if (!answer.ok) return;
    onClose();
    onPin(answer.value.pin, value.name[language]);
  }

  return (
    <EditDialog
      title={from ? t("roster.change") : t("roster.add")}
      onClose={onClose}
      isWhole={inboxProcedures["staff.add"].input.safeParse(value).success}
      isRunning={add.isRunning || alter.isRunning}
      refusal={add.refusal ?? alter.refusal}
      onSave={() => void save()}
    >
      <IdField value={value.id} onChange={(id) => change({ id })} isKept={from !== null} />
      <WordsField
        label={t("roster.name")}
        value={value.name}
        onChange={(name) => change({ name })}
      />
      <SelectField
        label={t("roster.branch")}
        value={value.branch}
        onChange={(branch) => change({ branch })}
        options={branches.map((one) => ({
          value: one.id,
          label: `${one.brand} · ${one.name[language]}`,
        }))}
      />
      <TickGroup
        label={t("roster.roles")}
        value={value.roles}
        onChange={(chosen) => change({ roles: chosen })}
        options={roles.map((role) => ({ value: role, label: t(`roster.role.${role}`) }))}
      />
    </EditDialog>
  );
}
