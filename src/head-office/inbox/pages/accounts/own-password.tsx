import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { shortestPassword } from "../../../../contract/inbox-account-procedures.ts";
import { Banner } from "../../../../ui/banner.tsx";
import { Button } from "../../../../ui/button.tsx";
import { TextField } from "../../../../ui/text-field.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { Panel } from "../../frame/panel.tsx";
import { RefusalBanner } from "../../frame/refusal-banner.tsx";

/** Gives oneself another password. */
export function OwnPassword() {
  const { t } = useTranslation();
  const [old, setOld] = useState("");
  const [next, setNext] = useState("");
  const [isDone, setDone] = useState(false);
  const change = useAct("session.changePassword");
  const isShort = next !== "" && next.length < shortestPassword;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    setDone(false);
    const answer = await change.run({ old, next });
    if (!answer.ok) return;
    setOld("");
    setNext("");
    setDone(true);
  }

  return (
    <Panel title={t("accounts.own")} intro={t("accounts.ownIntro", { length: shortestPassword })}>
      <form onSubmit={(event) => void save(event)} className="flex flex-col gap-3">
        <div className="grid max-w-2xl grid-cols-2 gap-4">
          <TextField
            label={t("accounts.old")}
            type="password"
            autoComplete="current-password"
            value={old}
            onChange={setOld}
          />
          <TextField
            label={t("accounts.next")}
            type="password"
            autoComplete="new-password"
            value={next}
            onChange={setNext}
            error={isShort ? t("accounts.short", { length: shortestPassword }) : null}
          />
        </div>
        <RefusalBanner refusal={change.refusal} />
        {isDone && <Banner tone="success">{t("accounts.changed")}</Banner>}
        <div>
          <Button
            type="submit"
            isDisabled={old === "" || next.length < shortestPassword}
            isPending={change.isRunning}
          >
            {t("accounts.changeOwn")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
