import { useState } from "react";
import { useTranslation } from "react-i18next";
import { passphraseLength } from "../../../contract/key-procedures.ts";
import { Button } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/text-field.tsx";
import { useCommand } from "../../bridge/use-procedure.ts";
import { useFailureWords } from "../../failure-text.tsx";
import { NewPassphrase } from "./new-passphrase.tsx";
import { Way } from "./way.tsx";

/** The passphrase that this PC's keys are under. */
export function EnterPassphrase() {
  const { t } = useTranslation();
  const say = useFailureWords();
  const [typed, setTyped] = useState("");
  const enter = useCommand("keys.enterPassphrase");
  return (
    <Way title={t("keys.enter")} onSubmit={() => enter.run({ passphrase: typed })}>
      <TextField
        label={t("keys.passphrase")}
        type="password"
        value={typed}
        maxLength={passphraseLength.most}
        autoFocus
        onChange={(now) => {
          setTyped(now);
          enter.forget();
        }}
        error={enter.failure && say(enter.failure)}
      />
      <Button type="submit" variant="primary" isDisabled={typed === ""} isPending={enter.isRunning}>
        {t("keys.open")}
      </Button>
    </Way>
  );
}

/** A passphrase in the place of the key store that the system does not have. */
export function ChoosePassphrase() {
  const { t } = useTranslation();
  const say = useFailureWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const choose = useCommand("keys.choosePassphrase");
  const intro = t("keys.chooseWhat", { least: passphraseLength.least });
  return (
    <Way
      title={t("keys.choose")}
      intro={intro}
      problem={choose.failure && say(choose.failure)}
      onSubmit={() => chosen !== null && choose.run({ passphrase: chosen })}
    >
      <NewPassphrase onChange={setChosen} />
      <Button
        type="submit"
        variant="primary"
        isDisabled={chosen === null}
        isPending={choose.isRunning}
      >
        {t("keys.useIt")}
      </Button>
    </Way>
  );
}
