import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { InboxOutput } from "../../../contract/inbox-api.ts";
import { recoveryTextLimit } from "../../../contract/recovery.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { CheckNumber } from "../../../ui/check-number.tsx";
import { TextArea } from "../../../ui/text-area.tsx";
import { useAct, useAnswer } from "../asking/use-asking.ts";
import { BackLink } from "../frame/back-link.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { Panel } from "../frame/panel.tsx";
import { RefusalBanner } from "../frame/refusal-banner.tsx";
import { useLanguage } from "../i18n.ts";
import { AnswerForm } from "./recovery/answer-form.tsx";

/** A PC that has lost its keys gets them back: who asks, the number to compare, the answer. */
export function RecoveryPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const published = useAnswer("reference.read", {});
  const [request, setRequest] = useState("");
  const [asker, setAsker] = useState<InboxOutput<"recovery.read"> | null>(null);
  const read = useAct("recovery.read");
  const branches = published.state === "ready" ? published.value.branches : [];
  const branch = branches.find(({ id }) => id === asker?.branch);

  async function look() {
    const answer = await read.run({ request });
    setAsker(answer.ok ? answer.value : null);
  }

  return (
    <>
      <BackLink to="/devices">{t("recovery.back")}</BackLink>
      <PageHead title={t("recovery.title")} intro={t("recovery.intro")} />
      <Panel>
        <TextArea
          label={t("recovery.request")}
          description={t("recovery.requestHelp")}
          value={request}
          rows={5}
          maxLength={recoveryTextLimit}
          onChange={(typed) => {
            setRequest(typed);
            setAsker(null);
          }}
        />
        <RefusalBanner refusal={read.refusal} />
        {asker === null && (
          <div>
            <Button
              variant="primary"
              isDisabled={request.trim() === ""}
              isPending={read.isRunning}
              onPress={() => void look()}
            >
              {t("recovery.look")}
            </Button>
          </div>
        )}
      </Panel>
      {asker && (
        <Panel title={t("recovery.facts")}>
          <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
            <dt className="text-muted">{t("recovery.name")}</dt>
            <dd>
              {asker.name} · {t("devices.number", { number: asker.number })}
            </dd>
            <dt className="text-muted">{t("recovery.branch")}</dt>
            <dd>{branch?.name[language] ?? asker.branch}</dd>
            <dt className="text-muted">{t("recovery.key")}</dt>
            <dd className="font-mono">{asker.key}</dd>
          </dl>
          {asker.revokedAt === null ? (
            <>
              <CheckNumber
                label={t("recovery.check")}
                number={asker.checkNumber}
                help={t("recovery.checkHelp")}
              />
              <AnswerForm request={request} />
            </>
          ) : (
            <Banner tone="danger">{t("recovery.revoked")}</Banner>
          )}
        </Panel>
      )}
    </>
  );
}
