import "./receipt/receipt-print.css";
import { useEffect } from "react";
import { paperSize } from "../../contract/ipc.ts";
import { useProcedure } from "../bridge/use-procedure.ts";
import { writeReceipts } from "./receipt/receipt-contents.ts";
import { ReceiptSheet } from "./receipt/receipt-sheet.tsx";

/** A receipt by itself, for the window that nobody sees and that prints it. It says when it is drawn. */
export function ReceiptPrintPage({ params }: { params: { id: string; size: string } }) {
  const size = paperSize.parse(params.size);
  const read = useProcedure("capture.read", { id: params.id });
  const reference = useProcedure("reference.read", undefined);
  const contents =
    read.state === "ready" && reference.state === "ready"
      ? writeReceipts(read.value.capture, reference.value)
      : [];
  const [first] = contents;
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
      {contents.map((content) => (
        <ReceiptSheet key={content.language} content={content} size={size} />
      ))}
    </main>
  );
}
