import { FolderOutput } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { FailureText } from "../../failure-text.tsx";
import { PageHead } from "../page-head.tsx";
import { ReviewProgress } from "./review-progress.tsx";
import { countRows, type Rows } from "./review-rows.ts";
import { useCheckReport } from "./use-check-report.ts";
import type { useExport } from "./use-export.ts";

type FinishScreenProps = {
  event: string;
  /** Opt-outs that the pictures were held against: ids of captures. */
  covers: readonly string[];
  rows: Rows;
  exporting: ReturnType<typeof useExport>;
  onBack(): void;
  onClose(): void;
};

/** What was decided: new files of it, and the record that head office gets. */
export function FinishScreen(props: FinishScreenProps) {
  const { event, covers, rows, exporting, onBack, onClose } = props;
  const { t } = useTranslation();
  const report = useCheckReport(event, covers);
  const tally = countRows(rows);
  const { state, run, stop } = exporting;
  const isDone = tally.open === 0;
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-4 px-8 py-6">
      <PageHead
        title={t(isDone ? "pictures.doneTitle" : "pictures.pauseTitle")}
        intro={t("pictures.tally", { ...tally })}
        action={<Button onPress={onBack}>{t("pictures.toPictures")}</Button>}
      />
      {tally.open > 0 && (
        <Banner tone="info" announced={false}>
          {t("pictures.stillOpen", { count: tally.open })}
        </Banner>
      )}
      {tally.troubled > 0 && (
        <Banner tone="warning" announced={false}>
          {t("pictures.troubled", { count: tally.troubled })}
        </Banner>
      )}
      <section className="flex flex-col gap-3 rounded-panel border border-line bg-card p-5 shadow-panel">
        <h2 className="font-semibold text-xl">{t("pictures.export.title")}</h2>
        <p className="text-muted">{t("pictures.export.text")}</p>
        <div className="flex flex-wrap gap-3">
          <Button
            variant="primary"
            icon={<FolderOutput aria-hidden="true" className="size-5" />}
            isDisabled={state.isRunning || tally.publish + tally.cover === 0}
            onPress={() => void run("all")}
          >
            {t("pictures.export.all", { count: tally.publish + tally.cover })}
          </Button>
          <Button
            isDisabled={state.isRunning || tally.cover === 0}
            onPress={() => void run("covered")}
          >
            {t("pictures.export.covered", { count: tally.cover })}
          </Button>
          {state.isRunning && <Button onPress={stop}>{t("pictures.export.stop")}</Button>}
        </div>
        {state.folder !== null && (
          <ReviewProgress
            label={t("pictures.export.progress", {
              folder: state.folder,
              done: state.written,
              total: state.total,
            })}
            value={state.written}
            most={state.total}
          />
        )}
        {state.failure && (
          <Banner tone="danger">
            <FailureText failure={state.failure} />
          </Banner>
        )}
        {!state.isRunning && state.folder !== null && state.written === state.total && (
          <Banner tone="success">{t("pictures.export.done", { count: state.total })}</Banner>
        )}
        <Names words={t("pictures.export.skipped")} names={state.skipped} />
        <Names words={t("pictures.export.stale")} names={state.stale} />
      </section>
      <section className="flex flex-col gap-3 rounded-panel border border-line bg-card p-5 shadow-panel">
        <h2 className="font-semibold text-xl">{t("pictures.report.title")}</h2>
        <p className="text-muted">
          {report.counts
            ? t("pictures.report.text", {
                seen: report.counts.publish + report.counts.cover + report.counts.leaveOut,
                ...report.counts,
              })
            : t("app.loading")}
        </p>
        {report.failure && (
          <Banner tone="danger">
            <FailureText failure={report.failure} />
          </Banner>
        )}
        {report.receipt !== null && (
          <Banner tone="success">{t("pictures.report.saved", { number: report.receipt })}</Banner>
        )}
        <div className="flex flex-wrap gap-3">
          <Button
            variant={isDone ? "primary" : "secondary"}
            isPending={report.isSaving}
            isDisabled={!report.canSave}
            onPress={() => void report.save()}
          >
            {t("pictures.report.save")}
          </Button>
          <Button isDisabled={state.isRunning} onPress={onClose}>
            {t("pictures.closeFolder")}
          </Button>
        </div>
      </section>
    </div>
  );
}

function Names({ words, names }: { words: string; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <Banner tone="warning" title={words}>
      <ul className="max-h-40 list-disc overflow-y-auto pl-5 text-sm">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </Banner>
  );
}
