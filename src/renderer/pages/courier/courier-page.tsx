import { useTranslation } from "react-i18next";
import { Banner } from "../../../ui/banner.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { FailureText } from "../../failure-text.tsx";
import { PageHead } from "../page-head.tsx";
import { PageLink } from "../page-link.tsx";
import { AnswersPanel } from "./answers-panel.tsx";
import { CarriedPanel } from "./carried-panel.tsx";
import { TakePanel } from "./take-panel.tsx";
import { WritePanel } from "./write-panel.tsx";

/** Managers: what has no line goes on a stick, and comes in by one. */
export function CourierPage() {
  const { t } = useTranslation();
  const standing = useProcedure("courier.read", undefined);
  const again = () => void standing.again();
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-4 px-8 py-7">
      <PageLink to="/pending">{t("courier.back")}</PageLink>
      <PageHead title={t("courier.title")} intro={t("courier.intro")} />
      {standing.state === "waiting" && <Progress label={t("app.loading")} />}
      {standing.state === "failed" && (
        <Banner tone="danger">
          <FailureText failure={standing.failure} />
        </Banner>
      )}
      {standing.state === "ready" && (
        <>
          <WritePanel standing={standing.value} onDone={again} />
          <TakePanel onDone={again} />
          {standing.value.carried.length > 0 && (
            <CarriedPanel carried={standing.value.carried} onDone={again} />
          )}
          {standing.value.answers > 0 && <AnswersPanel count={standing.value.answers} />}
        </>
      )}
    </div>
  );
}
