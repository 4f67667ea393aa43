import { FileSpreadsheet } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { KeptCopy } from "../../../contract/inbox-copy-procedures.ts";
import { Button } from "../../../ui/button.tsx";
import { useAnswer } from "../asking/use-asking.ts";
import { PageHead } from "../frame/page-head.tsx";
import { Panel } from "../frame/panel.tsx";
import { Ready } from "../frame/ready.tsx";
import { useLanguage } from "../i18n.ts";
import { CopyLogPanel } from "./copies/copy-log-panel.tsx";
import { CopyTable } from "./copies/copy-table.tsx";
import { OpenDialog } from "./copies/open-dialog.tsx";
import { useCopyReport } from "./copies/use-copy-report.ts";

/** Sealed copies of ID documents: what is kept and why, and the one way to look at one. */
export function CopiesPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const copies = useAnswer("copies.list", {}, { everyMs: 60_000 });
  const published = useAnswer("reference.read", {});
  const [opening, setOpening] = useState<KeptCopy | null>(null);
  const branches = published.state === "ready" ? published.value.branches : [];
  const nameBranch = (id: string) => branches.find((one) => one.id === id)?.name[language] ?? id;
  const saveReport = useCopyReport(nameBranch);
  return (
    <>
      <PageHead title={t("copies.title")} intro={t("copies.intro")} />
      <Ready answer={copies}>
        {({ copies: all }) => (
          <>
            <Panel
              flush
              title={t("copies.kept")}
              aside={
                <Button
                  icon={<FileSpreadsheet className="size-5" />}
                  isDisabled={all.length === 0}
                  onPress={() => saveReport(all)}
                >
                  {t("copies.csv")}
                </Button>
              }
            >
              <CopyTable
                label={t("copies.kept")}
                none={t("copies.noneKept")}
                copies={all.filter(({ why }) => why !== "destroyed")}
                nameBranch={nameBranch}
                onOpen={setOpening}
              />
            </Panel>
            <Panel flush title={t("copies.destroyed")}>
              <CopyTable
                label={t("copies.destroyed")}
                none={t("copies.noneDestroyed")}
                copies={all.filter(({ why }) => why === "destroyed")}
                nameBranch={nameBranch}
                onOpen={null}
              />
            </Panel>
          </>
        )}
      </Ready>
      <CopyLogPanel />
      {opening !== null && (
        <OpenDialog
          capture={opening.capture}
          title={t("copies.openTitle", { number: opening.receiptNumber })}
          alt={t("copies.shown", { number: opening.receiptNumber })}
          onClose={() => setOpening(null)}
        />
      )}
    </>
  );
}
