import { useTranslation } from "react-i18next";
import { Banner } from "../../ui/banner.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useProcedure } from "../bridge/use-procedure.ts";
import { FailureText } from "../failure-text.tsx";
import { Desktop } from "./desk/desktop.tsx";

/** The desk itself: find a person, see what they agreed to, ask, take back. */
export function DeskPage() {
  const { t } = useTranslation();
  const reference = useProcedure("reference.read", undefined);
  const session = useProcedure("session.current", undefined);
  if (reference.state === "failed") {
    return (
      <div className="p-8">
        <Banner tone="danger">
          <FailureText failure={reference.failure} />
        </Banner>
      </div>
    );
  }
  if (reference.state === "waiting" || session.state !== "ready" || session.value === null) {
    return (
      <div className="p-8">
        <Progress label={t("app.loading")} />
      </div>
    );
  }
  return <Desktop reference={reference.value} staff={session.value} />;
}
