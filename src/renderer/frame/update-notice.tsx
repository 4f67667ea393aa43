import { useTranslation } from "react-i18next";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useCommand, useProcedure } from "../bridge/use-procedure.ts";
import { FailureText } from "../failure-text.tsx";

/** While nobody is at work: an update that is being fetched, and one that can go in. */
export function UpdateNotice() {
  const { t } = useTranslation();
  const update = useProcedure("update.state", undefined);
  const install = useCommand("update.install");
  if (update.state !== "ready") return null;
  const { progress, offered, isNeeded } = update.value;
  if (progress === null && offered === null) return null;
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-2 px-8 pb-3">
      {progress !== null && <Progress label={t("update.loading", { percent: progress })} />}
      {offered !== null && (
        <Banner
          tone={isNeeded ? "warning" : "info"}
          action={
            <Button isPending={install.isRunning} onPress={() => void install.run()}>
              {t("update.install")}
            </Button>
          }
        >
          {t(isNeeded ? "update.needed" : "update.offered", { version: offered })}
        </Banner>
      )}
      {install.failure && (
        <Banner tone="danger">
          <FailureText failure={install.failure} />
        </Banner>
      )}
    </div>
  );
}
