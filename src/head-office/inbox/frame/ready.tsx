import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Progress } from "../../../ui/progress.tsx";
import type { Answer } from "../asking/use-asking.ts";
import { RefusalBanner } from "./refusal-banner.tsx";

/** Shows what head office answered; until then that it is being asked, or why it did not. */
export function Ready<Value>({
  answer,
  children,
}: {
  answer: Answer<Value>;
  children: (value: Value) => ReactNode;
}) {
  const { t } = useTranslation();
  if (answer.state === "waiting") return <Progress label={t("app.loading")} />;
  if (answer.state === "refused") return <RefusalBanner refusal={answer.refusal} />;
  return children(answer.value);
}
