import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { FunctionKeys } from "../../ui/function-keys.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useProcedure } from "../bridge/use-procedure.ts";
import { showLanguage } from "../i18n.ts";
import { useActivity } from "./activity.ts";

/**
 * What is around the one task of a window that main opens for it and ends with it. Without a task (null)
 * there is nothing to do here: main is about to end the window.
 */
export function ShortLivedWindow({ task }: { task: ReactNode }) {
  const { t } = useTranslation();
  const state = useProcedure("desk.state", undefined);
  const language = state.state === "ready" ? state.value.language : null;
  useActivity();
  useEffect(() => {
    if (language) void showLanguage(language);
  }, [language]);
  return (
    <FunctionKeys>
      {task ?? (
        <main className="p-8">
          <Progress label={t("app.loading")} />
        </main>
      )}
    </FunctionKeys>
  );
}
