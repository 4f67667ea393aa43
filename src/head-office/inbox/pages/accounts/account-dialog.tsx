import { useState } from "react";
import { useTranslation } from "react-i18next";
import { inboxProcedures } from "../../../../contract/inbox-api.ts";
import type { AccountRole } from "../../../../contract/inbox-procedure.ts";
import { Choice } from "../../../../ui/choice.tsx";
import { TextField } from "../../../../ui/text-field.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { EditDialog } from "../../frame/edit-dialog.tsx";

type AccountDialogProps = {
  onClose: () => void;
  onPassword: (password: string, name: string) => void;
};

/** Somebody else who may sign in at head office. */
export function AccountDialog({ onClose, onPassword }: AccountDialogProps) {
  const { t } = useTranslation();
  const [signIn, setSignIn] = useState("");
  const [name, setName] = useState("");
  const [role, setRole] = useState<AccountRole>("viewer");
  const add = useAct("accounts.add");
  const value = { signIn, name, role };
  return (
    <EditDialog
      title={t("accounts.add")}
      onClose={onClose}
      isWhole={inboxProcedures["accounts.add"].input.safeParse(value).success}
      isRunning={add.isRunning}
      refusal={add.refusal}
      onSave={async () => {
        const answer = await add.run(value);
        if (!answer.ok) return;
        onClose();
        onPassword(answer.value.password, name);
      }}
    >
      <TextField label={t("accounts.person")} value={name} onChange={setName} maxLength={80} />
      <TextField
        label={t("accounts.signIn")}
        description={t("accounts.signInHelp")}
        value={signIn}
        onChange={setSignIn}
        maxLength={40}
      />
      <Choice
        label={t("accounts.role")}
        value={role}
        onChange={setRole}
        options={[
          { value: "viewer", label: t("role.viewer"), description: t("accounts.viewerMay") },
          { value: "dpo", label: t("role.dpo"), description: t("accounts.dpoMay") },
        ]}
      />
    </EditDialog>
  );
}
