import { useState } from "react";
import { useTranslation } from "react-i18next";
import { passphraseLength } from "../../../contract/key-procedures.ts";
import { TextField } from "../../../ui/text-field.tsx";

const { least, most } = passphraseLength;

type NewPassphraseProps = {
  /** The passphrase, once it was typed twice and is long enough; else null. */
  onChange: (passphrase: string | null) => void;
};

/** A passphrase that is chosen: typed twice, since nobody sees it. */
export function NewPassphrase({ onChange }: NewPassphraseProps) {
  const { t } = useTranslation();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [wasLeft, setLeft] = useState(false);
  const isShort = first.length < least;

  function change(one: string, other: string) {
    setFirst(one);
    setSecond(other);
    onChange(one.length >= least && one === other ? one : null);
  }

  return (
    <div className="grid grid-cols-2 gap-4">
      <TextField
        label={t("keys.newPassphrase")}
        description={t("keys.newPassphraseHelp", { least })}
        type="password"
        value={first}
        maxLength={most}
        onChange={(typed) => change(typed, second)}
        onBlur={() => setLeft(first !== "")}
        error={wasLeft && isShort ? t("keys.tooShort", { least }) : null}
      />
      <TextField
        label={t("keys.again")}
        type="password"
        value={second}
        maxLength={most}
        onChange={(typed) => change(first, typed)}
        error={second.length >= first.length && second !== first ? t("keys.notSame") : null}
      />
    </div>
  );
}
