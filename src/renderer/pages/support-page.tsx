import { FileDown } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useCommand, useProcedure } from "../bridge/use-procedure.ts";
import { FailureText } from "../failure-text.tsx";
import { PageHead } from "./page-head.tsx";
import { PageLink } from "./page-link.tsx";

/** Managers: what support would be sent, all of it, and saving just that. */
export function SupportPage() {
  const { t } = useTranslation();
  const file = useProcedure("support.read", undefined);
  const save = useCommand("support.save");
  const [path, setPath] = useState<string | null>(null);
  const isShown = file.state === "ready";

  async function saveShown() {
    setPath(null);
    const answer = await save.run();
    if (answer.ok) setPath(answer.value.path);
  }

  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-4 px-8 py-7">
      <PageLink to="/pending">{t("support.back")}</PageLink>
      <PageHead
        title={t("support.title")}
        intro={t("support.intro")}
        action={
          <Button
            variant="primary"
            icon={<FileDown aria-hidden="true" className="size-5" />}
            isDisabled={!isShown}
            isPending={save.isRunning}
            onPress={() => void saveShown()}
          >
            {t("support.save")}
          </Button>
        }
      />
      {path && <Banner tone="success">{t("support.saved", { path })}</Banner>}
      {save.failure && save.failure.code !== "cancelled" && (
        <Banner tone="danger">
          <FailureText failure={save.failure} />
        </Banner>
      )}
      <Banner tone="info">{t("support.without")}</Banner>
      {file.state === "waiting" && <Progress label={t("app.loading")} />}
      {file.state === "failed" && (
        <Banner tone="danger">
          <FailureText failure={file.failure} />
        </Banner>
      )}
      {isShown && (
        <section
          aria-label={t("support.content")}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by the keyboard
          tabIndex={0}
          className="max-h-[60vh] overflow-auto rounded-panel border border-line bg-card p-4 shadow-panel"
        >
          <pre className="whitespace-pre-wrap break-all text-sm">{file.value.text}</pre>
        </section>
      )}
    </div>
  );
}
