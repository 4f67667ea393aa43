import { useState } from "react";
import { useTranslation } from "react-i18next";
import { shortestOpeningReason } from "../../../../contract/inbox-copy-procedures.ts";
import { Button } from "../../../../ui/button.tsx";
import { TextArea } from "../../../../ui/text-area.tsx";
import { TextField } from "../../../../ui/text-field.tsx";
import { TickGroup } from "../../../../ui/tick-group.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { RefusalBanner } from "../../frame/refusal-banner.tsx";
import { type KeyFile, KeyFileField } from "../copies/key-file-field.tsx";

/** The answer to a PC that was told by its number: reason, key, and then the text to be sent. */
export function AnswerForm({ request }: { request: string }) {
  const { t } = useTranslation();
  const [heard, setHeard] = useState<string[]>([]);
  const [reason, setReason] = useState("");
  const [file, setFile] = useState<KeyFile | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const [made, setMade] = useState<string | null>(null);
  const answer = useAct("recovery.answer");
  const isWhole =
    heard.length > 0 &&
    [...reason.trim()].length >= shortestOpeningReason &&
    file !== null &&
    passphrase !== "";

  if (made !== null) {
    return (
      <TextArea
        label={t("recovery.answer")}
        description={t("recovery.answerHelp")}
        value={made}
        isReadOnly
        autoFocus
        rows={5}
        onFocus={(event) => event.target.select()}
      />
    );
  }
  return (
    <>
      <TickGroup
        label={t("recovery.compared")}
        value={heard}
        onChange={setHeard}
        options={[{ value: "heard", label: t("recovery.heard") }]}
      />
      <TextArea
        label={t("recovery.reason")}
        description={t("recovery.reasonHelp", { length: shortestOpeningReason })}
        rows={2}
        value={reason}
        onChange={setReason}
        maxLength={300}
      />
      <KeyFileField file={file} onChoose={setFile} />
      <TextField
        label={t("recovery.passphrase")}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        maxLength={200}
      />
      <RefusalBanner refusal={answer.refusal} />
      <div>
        <Button
          variant="primary"
          isDisabled={!isWhole}
          isPending={answer.isRunning}
          onPress={async () => {
            if (file === null) return;
            const got = await answer.run({ request, reason, keyFile: file.text, passphrase });
            if (got.ok) setMade(got.value.answer);
          }}
        >
          {t("recovery.make")}
        </Button>
      </div>
    </>
  );
}
