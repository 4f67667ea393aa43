import { useState } from "react";
import { useTranslation } from "react-i18next";
import { shortestOpeningReason } from "../../../../contract/inbox-copy-procedures.ts";
import { TextArea } from "../../../../ui/text-area.tsx";
import { TextField } from "../../../../ui/text-field.tsx";
import { type KeyFile, KeyFileField } from "./key-file-field.tsx";

/** What one use of a private key takes: why, the key's file, and its passphrase. */
export function useKeyUse() {
  const [reason, setReason] = useState("");
  const [file, setFile] = useState<KeyFile | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const isWhole =
    [...reason.trim()].length >= shortestOpeningReason && file !== null && passphrase !== "";
  /** Null: something is missing. */
  const given = isWhole ? { reason, keyFile: file.text, passphrase } : null;
  return { reason, setReason, file, setFile, passphrase, setPassphrase, given };
}

type KeyUseFieldsProps = {
  use: ReturnType<typeof useKeyUse>;
  reasonLabel: string;
  reasonHelp: string;
};

export function KeyUseFields({ use, reasonLabel, reasonHelp }: KeyUseFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextArea
        label={reasonLabel}
        description={reasonHelp}
        rows={2}
        value={use.reason}
        onChange={use.setReason}
        maxLength={300}
      />
      <KeyFileField file={use.file} onChoose={use.setFile} />
      <TextField
        label={t("copies.passphrase")}
        type="password"
        value={use.passphrase}
        onChange={use.setPassphrase}
        autoComplete="off"
        maxLength={200}
      />
    </>
  );
}
