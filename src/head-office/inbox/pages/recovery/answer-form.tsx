import { useState } from "react";
import { useTranslation } from "react-i18next";
import { shortestOpeningReason } from "../../../../contract/inbox-copy-procedures.ts";
import { Button } from "../../../../ui/button.tsx";
import { TextArea } from "../../../../ui/text-area.tsx";
import { TickGroup } from "../../../../ui/tick-group.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { RefusalBanner } from "../../frame/refusal-banner.tsx";
import { KeyUseFields, useKeyUse } from "../copies/key-use.tsx";

/** The answer to a PC that was told by its number: reason, key, and then the text to be sent. */
export function AnswerForm({ request }: { request: string }) {
  const { t } = useTranslation();
  const [heard, setHeard] = useState<string[]>([]);
  const use = useKeyUse();
  const [made, setMade] = useState<string | null>(null);
  const answer = useAct("recovery.answer");
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
      <KeyUseFields
        use={use}
        reasonLabel={t("recovery.reason")}
        reasonHelp={t("recovery.reasonHelp", { length: shortestOpeningReason })}
      />
      <RefusalBanner refusal={answer.refusal} />
      <div>
        <Button
          variant="primary"
          isDisabled={heard.length === 0 || use.given === null}
          isPending={answer.isRunning}
          onPress={async () => {
            if (use.given === null) return;
            const got = await answer.run({ request, ...use.given });
            if (got.ok) setMade(got.value.answer);
          }}
        >
          {t("recovery.make")}
        </Button>
      </div>
    </>
  );
}
