import { FileDown, Printer } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SheetLanguage } from "../../../contract/board-print-procedures.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { ChoiceTiles } from "../../../ui/choice-tiles.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { useCommand } from "../../bridge/use-procedure.ts";
import { FailureText } from "../../failure-text.tsx";
import { useLanguage } from "../../i18n.ts";

const sheetLanguages = ["th", "en", "both"] as const satisfies readonly SheetLanguage[];

/** The board on paper, for photographers who have no screen with them. */
export function PrintDialog({ event, onClose }: { event: string; onClose: () => void }) {
  const { t } = useTranslation();
  const screen = useLanguage();
  const print = useCommand("board.print");
  const savePdf = useCommand("board.savePdf");
  const [language, setLanguage] = useState<SheetLanguage>(screen);
  const [news, setNews] = useState<string | null>(null);
  const failure = print.failure ?? savePdf.failure;
  const isBusy = print.isRunning || savePdf.isRunning;

  async function doPrint(): Promise<void> {
    setNews(null);
    savePdf.forget();
    const result = await print.run({ event, language });
    if (result.ok) setNews(t("event.print.printed"));
  }
  async function doSave(): Promise<void> {
    setNews(null);
    print.forget();
    const result = await savePdf.run({ event, language });
    if (result.ok) setNews(t("event.print.saved", { path: result.value.path }));
  }

  return (
    <Dialog
      title={t("event.print.title")}
      isOpen
      onClose={onClose}
      closeLabel={t("app.close")}
      footer={
        <>
          <Button
            size="large"
            icon={<FileDown aria-hidden="true" className="size-5" />}
            isDisabled={isBusy}
            onPress={() => void doSave()}
          >
            {t("event.print.save")}
          </Button>
          <Button
            size="large"
            variant="primary"
            icon={<Printer aria-hidden="true" className="size-5" />}
            isDisabled={isBusy}
            onPress={() => void doPrint()}
          >
            {t("event.print.print")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ChoiceTiles
          label={t("event.print.language")}
          value={language}
          onChange={setLanguage}
          options={sheetLanguages.map((value) => ({ value, label: t(`event.print.${value}`) }))}
        />
        <p>{t("event.print.old")}</p>
        {news && <Banner tone="success">{news}</Banner>}
        {failure && failure.code !== "cancelled" && (
          <Banner tone="danger">
            <FailureText failure={failure} />
          </Banner>
        )}
      </div>
    </Dialog>
  );
}
