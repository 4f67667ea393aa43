import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type SealingKey, sealingKey } from "../../../../contract/copy-rules.ts";
import { Banner } from "../../../../ui/banner.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { type KeyFile, KeyFileField } from "../copies/key-file-field.tsx";
import { SavePanel } from "./save-panel.tsx";

/** The key that every PC seals its own keys to. */
export function RecoveryPanel({ published }: { published: SealingKey | null }) {
  const { t } = useTranslation();
  const [file, setFile] = useState<KeyFile | null>(null);
  const save = useAct("recoveryKey.save");
  const key = file && readPublicHalf(file.text);
  return (
    <SavePanel
      title={t("recovery.keyTitle")}
      intro={t("recovery.keyIntro")}
      isWhole={key !== null}
      isRunning={save.isRunning}
      refusal={save.refusal}
      save={() => save.run(key ?? { id: "", publicKey: "" })}
    >
      {published === null ? (
        <Banner tone="warning" announced={false}>
          {t("recovery.none")}
        </Banner>
      ) : (
        <p>{t("recovery.published", { key: published.id })}</p>
      )}
      <KeyFileField file={file} onChoose={setFile} />
      {file && key === null && <Banner tone="danger">{t("recovery.notKeyFile")}</Banner>}
    </SavePanel>
  );
}

/** The rest of the file, the private half under its passphrase, does not leave the page. */
function readPublicHalf(text: string): SealingKey | null {
  try {
    const { id, publicKey } = JSON.parse(text);
    const read = sealingKey.safeParse({ id, publicKey });
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
