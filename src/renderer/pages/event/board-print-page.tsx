import "./board-print.css";
import { useEffect } from "react";
import { BoardSheet } from "../../../captures/event-photo-opt-out/board-sheet.tsx";
import { sheetLanguage } from "../../../contract/board-print-procedures.ts";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { useEvent } from "./use-event.ts";

/** The board by itself, for the window that nobody sees and that prints it. It says when it is drawn. */
export function BoardPrintPage({ params }: { params: { id: string; language: string } }) {
  const chosen = sheetLanguage.parse(params.language);
  const reference = useProcedure("reference.read", undefined);
  const answer = useEvent(params.id, reference.state === "ready" ? reference.value : null);
  const known = answer.is === "known" ? answer.known : null;
  const isReady = known !== null;

  useEffect(() => {
    if (!isReady) return;
    const page = document.documentElement;
    page.dataset.paper = "A4";
    let isCurrent = true;
    // Fonts are asked for by the words that were just drawn, so they are awaited after them.
    void document.fonts.ready.then(() => {
      if (isCurrent) page.dataset.printReady = "yes";
    });
    return () => {
      isCurrent = false;
      delete page.dataset.printReady;
      delete page.dataset.paper;
    };
  }, [isReady]);

  if (known === null) return null;
  const languages = chosen === "both" ? (["th", "en"] as const) : [chosen];
  const at = new Date().toISOString();
  return (
    <main className="flex flex-col bg-white">
      {languages.map((language) => (
        <BoardSheet
          key={language}
          board={known.board}
          plan={known.plan}
          language={language}
          printedAt={at}
        />
      ))}
    </main>
  );
}
