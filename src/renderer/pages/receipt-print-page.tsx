import "./receipt/receipt-print.css";
import { useEffect } from "react";
import { paperSize } from "../../contract/ipc.ts";
import { useProcedure } from "../bridge/use-procedure.ts";
import { writeSheets } from "./receipt/capture-sheets.ts";
import { Sheet } from "./receipt/sheet.tsx";

/** A receipt by itself, for the window that nobody sees and that prints it. It says when it is drawn. */
export function ReceiptPrintPage({ params }: { params: { id: string; size: string } }) {
  const size = paperSize.parse(params.size);
  const read = useProcedure("capture.read", { id: params.id });
  const reference = useProcedure("reference.read", undefined);
  const sheets =
    read.state === "ready" && reference.state === "ready"
      ? writeSheets(read.value.capture, reference.value)
      : [];
  const first = sheets[0]?.content;
  const title = first ? `${first.title} ${first.number}` : null;

  useEffect(() => {
    if (title === null) return;
    const page = document.documentElement;
    document.title = title;
    let isCurrent = true;
    page.dataset.paper = size;
    // Fonts are asked for by the words that were just drawn, so they are awaited after them.
    void document.fonts.ready.then(() => {
      if (isCurrent) page.dataset.printReady = "yes";
    });
    return () => {
      isCurrent = false;
      delete page.dataset.printReady;
      delete page.dataset.paper;
    };
  }, [title, size]);

  return (
    <main className="flex flex-col bg-white">
      {sheets.map((sheet) => (
        <Sheet key={sheet.content.language} sheet={sheet} size={size} />
      ))}
    </main>
  );
}
