import { useState } from "react";
import { useTranslation } from "react-i18next";
import { recoveryTextLimit } from "../../../contract/recovery.ts";
import { Button } from "../../../ui/button.tsx";
import { CheckNumber } from "../../../ui/check-number.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { useCommand } from "../../bridge/use-procedure.ts";
import { useFailureWords } from "../../failure-text.tsx";
import { NewPassphrase } from "./new-passphrase.tsx";
import { Way } from "./way.tsx";

/** The keys back from head office: a question, a number that both sides compare, and the answer. */
export function Recovery({ needsPassphrase }: { needsPassphrase: boolean }) {
  const { t } = useTranslation();
  const say = useFailureWords();
  const [asked, setAsked] = useState<{ request: string; checkNumber: string } | null>(null);
  const [answer, setAnswer] = useState("");
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const ask = useCommand("keys.ask");
  const take = useCommand("keys.takeAnswer");
  const failure = take.failure ?? ask.failure;
  const isWhole = answer.trim() !== "" && (!needsPassphrase || passphrase !== null);

  async function begin() {
    const question = await ask.run();
    if (question.ok) setAsked(question.value);
  }

  return (
    <Way
      title={t("keys.recover")}
      intro={t("keys.recoverWhat")}
      problem={failure && say(failure)}
      onSubmit={() => (asked === null ? begin() : isWhole && take.run({ answer, passphrase }))}
    >
      {asked === null ? (
        <Button type="submit" isPending={ask.isRunning}>
          {t("keys.ask")}
        </Button>
      ) : (
        <>
          <TextArea
            label={t("keys.request")}
            description={t("keys.requestHelp")}
            value={asked.request}
            isReadOnly
            autoFocus
            rows={3}
            onFocus={(event) => event.target.select()}
          />
          <CheckNumber
            label={t("keys.check")}
            number={asked.checkNumber}
            help={t("keys.checkHelp")}
          />
          <TextArea
            label={t("keys.answer")}
            description={t("keys.answerHelp")}
            value={answer}
            maxLength={recoveryTextLimit}
            rows={3}
            onChange={(typed) => {
              setAnswer(typed);
              take.forget();
            }}
          />
          {needsPassphrase && (
            <fieldset className="flex flex-col gap-2">
              <legend className="mb-1 font-semibold">{t("keys.recoverPassphrase")}</legend>
              <NewPassphrase onChange={setPassphrase} />
            </fieldset>
          )}
          <Button type="submit" variant="primary" isDisabled={!isWhole} isPending={take.isRunning}>
            {t("keys.takeAnswer")}
          </Button>
        </>
      )}
    </Way>
  );
}
