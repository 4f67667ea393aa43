import { ArrowLeft, FolderOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { useFunctionKey } from "../../../ui/function-keys.tsx";
import { useCommand, useProcedure } from "../../bridge/use-procedure.ts";
import { FailureText } from "../../failure-text.tsx";
import { PageHead } from "../page-head.tsx";
import type { OpenedFolder } from "./use-review.ts";

type FolderStartProps = { event: string; name: string; onOpen(folder: OpenedFolder): void };

/** Before a folder is open: what will happen with it, and what was done before. */
export function FolderStart({ event, name, onOpen }: FolderStartProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const opening = useCommand("pictures.open");
  const counts = useProcedure("pictures.counts", { event });
  const open = async () => {
    const answer = await opening.run({ event });
    if (answer.ok) onOpen(answer.value);
  };
  useFunctionKey("F2", () => void open(), {
    enabled: !opening.isRunning,
    label: t("pictures.open"),
  });
  const before =
    counts.state === "ready"
      ? counts.value.publish + counts.value.cover + counts.value.leaveOut
      : 0;
  const failure = opening.failure?.code === "cancelled" ? null : opening.failure;
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4 px-8 py-7">
      <PageHead
        title={t("pictures.title")}
        intro={name}
        action={
          <Button
            icon={<ArrowLeft aria-hidden="true" className="size-5" />}
            onPress={() => navigate(`/event/${event}`)}
          >
            {t("pictures.toEvent")}
          </Button>
        }
      />
      <ul className="flex list-disc flex-col gap-1 pl-6">
        <li>{t("pictures.step1")}</li>
        <li>{t("pictures.step2")}</li>
        <li>{t("pictures.step3")}</li>
      </ul>
      {before > 0 && (
        <Banner tone="info" announced={false}>
          {t("pictures.before", { count: before })}
        </Banner>
      )}
      {failure && (
        <Banner tone="danger">
          <FailureText failure={failure} />
        </Banner>
      )}
      <div>
        <Button
          autoFocus
          size="large"
          variant="primary"
          hint="F2"
          isPending={opening.isRunning}
          icon={<FolderOpen aria-hidden="true" className="size-6" />}
          onPress={() => void open()}
        >
          {t(opening.isRunning ? "pictures.opening" : "pictures.open")}
        </Button>
      </div>
    </div>
  );
}
