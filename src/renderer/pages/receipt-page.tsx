import { CircleCheck, FileDown, Printer } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaptureId } from "../../contract/ids.ts";
import type { PaperSize } from "../../contract/ipc.ts";
import type { Reference } from "../../contract/reference.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useFunctionKey } from "../../ui/function-keys.tsx";
import { NoticePanel } from "../../ui/notice-panel.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useCommand, useProcedure } from "../bridge/use-procedure.ts";
import { FailureText } from "../failure-text.tsx";
import { writeSheets } from "./receipt/capture-sheets.ts";
import { Sheet } from "./receipt/sheet.tsx";
import { useEscape } from "./receipt/use-escape.ts";

type ReceiptPageProps = {
  id: CaptureId;
  /** Whether it was saved a moment ago. */
  isNew: boolean;
  reference: Reference;
  onDone: () => void;
};

/** The proof of a capture, for the customer to see, to take along, or to scan at any branch. */
export function ReceiptPage({ id, isNew, reference, onDone }: ReceiptPageProps) {
  const { t } = useTranslation();
  const read = useProcedure("capture.read", { id });
  const print = useCommand("receipt.print");
  const savePdf = useCommand("receipt.savePdf");
  const [news, setNews] = useState<string | null>(null);
  const [showsWords, setShowsWords] = useState(false);
  useEscape(onDone, !showsWords);
  useFunctionKey("F9", () => void printOn("80mm"), { label: t("desk.receipt.print80") });

  async function printOn(size: PaperSize): Promise<void> {
    setNews(null);
    const result = await print.run({ id, size });
    if (result.ok) setNews(t("desk.receipt.printed"));
  }
  async function save(size: PaperSize): Promise<void> {
    setNews(null);
    const result = await savePdf.run({ id, size });
    if (result.ok) setNews(t("desk.receipt.savedPdf", { path: result.value.path }));
  }

  const sheets = read.state === "ready" ? writeSheets(read.value.capture, reference) : [];
  const number = sheets[0]?.content.number;
  const failure = read.state === "failed" ? read.failure : (print.failure ?? savePdf.failure);
  const isBusy = print.isRunning || savePdf.isRunning;
  const way = useRef<HTMLDivElement>(null);
  const wasBusy = useRef(false);
  useEffect(() => {
    // A button that cannot be pressed loses the focus; and Enter is Done, not a second print.
    if (wasBusy.current && !isBusy) way.current?.querySelector("button")?.focus();
    wasBusy.current = isBusy;
  }, [isBusy]);
  const words = read.state === "ready" ? read.value.noticeWords : null;
  const told = read.state === "ready" ? read.value.capture.header.notice : null;

  return (
    <div className="mx-auto grid max-w-5xl grid-cols-[1fr_20rem] items-start gap-6 px-6 py-5">
      <section
        aria-label={t("desk.receipt.title")}
        className="flex flex-col divide-y-2 divide-dashed divide-line-strong rounded-panel border border-line bg-white px-8 shadow-panel"
      >
        {read.state === "waiting" && (
          <div className="py-6">
            <Progress label={t("app.loading")} />
          </div>
        )}
        {sheets.map((sheet) => (
          <Sheet key={sheet.content.language} sheet={sheet} size={"screen"} />
        ))}
      </section>
      <div className="sticky top-5 flex flex-col gap-3">
        <div role="status" className="flex flex-col gap-1">
          {isNew && (
            <h1 className="flex items-center gap-2 font-semibold text-2xl text-success">
              <CircleCheck aria-hidden="true" className="size-8 shrink-0" />
              {t("desk.receipt.saved")}
            </h1>
          )}
          {!isNew && <h1 className="font-semibold text-2xl">{t("desk.receipt.title")}</h1>}
          {number && (
            <p>
              <span className="block text-muted text-sm">{t("desk.receipt.number")}</span>
              <span className="font-bold text-3xl tracking-wide">{number}</span>
            </p>
          )}
          {isNew && read.state === "ready" && (
            <p className="text-muted text-sm">
              {t(read.value.capture.held ? "desk.receipt.held" : "desk.receipt.sent")}
            </p>
          )}
        </div>
        <div ref={way}>
          <Button variant="primary" size="large" wide hint="Enter" autoFocus onPress={onDone}>
            {t("desk.receipt.done")}
          </Button>
        </div>
        <Button
          wide
          hint="F9"
          icon={<Printer aria-hidden="true" className="size-5" />}
          isDisabled={isBusy}
          onPress={() => void printOn("80mm")}
        >
          {t("desk.receipt.print80")}
        </Button>
        <Button
          wide
          icon={<Printer aria-hidden="true" className="size-5" />}
          isDisabled={isBusy}
          onPress={() => void printOn("A4")}
        >
          {t("desk.receipt.printA4")}
        </Button>
        <Button
          wide
          icon={<FileDown aria-hidden="true" className="size-5" />}
          isDisabled={isBusy}
          onPress={() => void save("80mm")}
        >
          {t("desk.receipt.savePdf80")}
        </Button>
        <Button
          wide
          icon={<FileDown aria-hidden="true" className="size-5" />}
          isDisabled={isBusy}
          onPress={() => void save("A4")}
        >
          {t("desk.receipt.savePdf")}
        </Button>
        {told && (
          <Button wide variant="quiet" onPress={() => setShowsWords(true)}>
            {t("desk.receipt.words")}
          </Button>
        )}
        {news && <Banner tone="success">{news}</Banner>}
        {failure && failure.code !== "cancelled" && (
          <Banner tone="danger">
            <FailureText failure={failure} />
          </Banner>
        )}
      </div>
      {told && (
        <Dialog
          title={t("desk.receipt.wordsTitle")}
          isOpen={showsWords}
          onClose={() => setShowsWords(false)}
          closeLabel={t("app.close")}
          size="large"
        >
          {words === null ? (
            <p>{t("desk.receipt.noWords")}</p>
          ) : (
            <NoticePanel label={t("desk.receipt.wordsTitle")} lang={told.language} height="window">
              {words}
            </NoticePanel>
          )}
        </Dialog>
      )}
    </div>
  );
}
