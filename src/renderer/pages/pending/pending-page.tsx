import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { useFunctionKey } from "../../../ui/function-keys.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { useCommand, useProcedure } from "../../bridge/use-procedure.ts";
import { FailureText } from "../../failure-text.tsx";
import { PageHead } from "../page-head.tsx";
import { PageLink } from "../page-link.tsx";
import { PendingTable } from "./pending-table.tsx";

/** Ages and next tries move on without main saying so. */
const everyMs = 30_000;

/** Managers: what has not reached head office yet, and why. */
export function PendingPage() {
  const { t } = useTranslation();
  const pending = useProcedure("pending.list", undefined, { everyMs });
  const retry = useCommand("pending.retry");
  const [sentAgain, setSentAgain] = useState(0);
  const items = pending.state === "ready" ? pending.value : [];

  // What is held goes by a manager's word on it, never with all the others.
  const sendable = items.filter(({ holdReasons }) => holdReasons.length === 0);

  async function sendAgain(): Promise<void> {
    setSentAgain(0);
    const answer = await retry.run({ ids: "all" });
    if (answer.ok) setSentAgain(sendable.length);
    await pending.again();
  }

  const canSendAll = sendable.length > 0 && !retry.isRunning;
  useFunctionKey("F5", () => void sendAgain(), {
    enabled: canSendAll,
    label: t("pending.retryAll"),
  });

  return (
    <div className="mx-auto flex max-w-7xl flex-col gap-4 px-8 py-7">
      <PageHead
        title={t("pending.title")}
        intro={t("pending.intro")}
        action={
          sendable.length > 0 && (
            <Button
              variant="primary"
              hint="F5"
              isPending={retry.isRunning}
              onPress={() => void sendAgain()}
            >
              {t("pending.retryAll")}
            </Button>
          )
        }
      />
      <p className="-my-3 flex flex-wrap gap-x-6">
        <PageLink to="/branch">{t("branch.link")}</PageLink>
        <PageLink to="/kept">{t("kept.link")}</PageLink>
        <PageLink to="/courier">{t("courier.link")}</PageLink>
      </p>
      {retry.failure && (
        <Banner tone="danger">
          <FailureText failure={retry.failure} />
        </Banner>
      )}
      {sentAgain > 0 && <Banner tone="info">{t("pending.retried", { count: sentAgain })}</Banner>}
      {pending.state === "waiting" && <Progress label={t("app.loading")} />}
      {pending.state === "failed" && (
        <Banner tone="danger">
          <FailureText failure={pending.failure} />
        </Banner>
      )}
      {pending.state === "ready" &&
        (items.length === 0 ? (
          <div className="flex flex-col items-center gap-3 rounded-panel border border-line bg-card px-8 py-14 text-center shadow-panel">
            <CircleCheck aria-hidden="true" className="size-14 text-success" strokeWidth={1.5} />
            <h2 className="font-semibold text-xl">{t("pending.emptyTitle")}</h2>
            <p className="text-muted">{t("pending.emptyText")}</p>
          </div>
        ) : (
          <PendingTable items={items} />
        ))}
      <PageLink to="/support">{t("support.link")}</PageLink>
    </div>
  );
}
