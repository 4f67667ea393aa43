import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaptureId } from "../../../../contract/ids.ts";
import { shortestOpeningReason } from "../../../../contract/inbox-copy-procedures.ts";
import { Dialog } from "../../../../ui/dialog.tsx";
import { TextArea } from "../../../../ui/text-area.tsx";
import { TextField } from "../../../../ui/text-field.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { EditDialog } from "../../frame/edit-dialog.tsx";
import { type KeyFile, KeyFileField } from "./key-file-field.tsx";

type OpenDialogProps = {
  /** Whose sealed picture it is. */
  capture: CaptureId;
  title: string;
  /** What the picture is, for whoever does not see it. */
  alt: string;
  onClose: () => void;
};

/** Asks for reason and key, then shows the picture. Closing lets go of all of it. */
export function OpenDialog({ capture, title, alt, onClose }: OpenDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const [file, setFile] = useState<KeyFile | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const [picture, setPicture] = useState<string | null>(null);
  const open = useAct("copies.open");

  if (picture !== null) {
    return (
      <Dialog title={title} isOpen onClose={onClose} closeLabel={t("app.close")} size="large">
        <p className="mb-3 text-muted">{t("copies.shownWhat")}</p>
        <img src={picture} alt={alt} className="mx-auto max-h-[65vh]" />
      </Dialog>
    );
  }
  return (
    <EditDialog
      title={title}
      onClose={onClose}
      isWhole={
        [...reason.trim()].length >= shortestOpeningReason && file !== null && passphrase !== ""
      }
      isRunning={open.isRunning}
      refusal={open.refusal}
      saveLabel={t("copies.show")}
      onSave={async () => {
        if (file === null) return;
        const asked = { capture, reason, keyFile: file.text, passphrase };
        const answer = await open.run(asked);
        if (answer.ok) setPicture(`data:${answer.value.type};base64,${answer.value.picture}`);
      }}
    >
      <p className="text-muted">{t("copies.openWhat")}</p>
      <TextArea
        label={t("copies.openReason")}
        description={t("copies.openReasonHelp", { length: shortestOpeningReason })}
        rows={2}
        value={reason}
        onChange={setReason}
        maxLength={300}
      />
      <KeyFileField file={file} onChoose={setFile} />
      <TextField
        label={t("copies.passphrase")}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        autoComplete="off"
        maxLength={200}
      />
    </EditDialog>
  );
}
