import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BoardEntry } from "../../../captures/event-photo-opt-out/board-fold.ts";
import { eventPhotoText } from "../../../captures/event-photo-opt-out/text.ts";
import { VoidDialog } from "../../../captures/event-photo-opt-out/void-dialog.tsx";
import type { SignedIn } from "../../../contract/ipc.ts";
import type { Reference } from "../../../contract/reference.ts";
import { Banner } from "../../../ui/banner.tsx";
import { useStaffNames } from "../../bridge/use-staff-names.ts";
import { FailureText } from "../../failure-text.tsx";
import { useLanguage } from "../../i18n.ts";
import { EntryDialog } from "./entry-dialog.tsx";
import { EventHome } from "./event-home.tsx";
import type { EventNews } from "./event-news.ts";
import type { EventTask } from "./event-task.ts";
import { EventTaskForm, type TaskSaved } from "./event-task-form.tsx";
import { NewsBar } from "./news-bar.tsx";
import { PrintDialog } from "./print-dialog.tsx";
import { ReferenceDialog } from "./reference-dialog.tsx";
import type { KnownEvent } from "./use-event.ts";
import { useEventEscape } from "./use-event-escape.ts";
import { useEventPicture } from "./use-event-picture.ts";
import { useEventSubmit } from "./use-event-submit.ts";
import { useUndo } from "./use-undo.ts";

type EventPageProps = { known: KnownEvent; reference: Reference; staff: SignedIn };
type Over =
  | { over: "entry" | "void" | "picture"; entry: BoardEntry }
  | { over: "print" | "reopen" };

/** An event's one screen, a form in its place while something is taken, and what lies over it. */
export function EventPage({ known, reference, staff }: EventPageProps) {
  const { t } = useTranslation();
  const nameStaff = useStaffNames();
  const words = eventPhotoText[useLanguage()];
  const submit = useEventSubmit();
  const [task, setTask] = useState<EventTask | null>(null);
  const [news, setNews] = useState<EventNews | null>(null);
  const [over, setOver] = useState<Over | null>(null);
  const [isLarge, setLarge] = useState(false);
  const undo = useUndo(known.plan.id);
  const seen = useEventPicture();
  useEventEscape(() => setTask(null), task !== null);

  function start(next: EventTask): void {
    setNews(null);
    setOver(null);
    undo.forget();
    seen.forget();
    setTask(next);
  }
  function saved({ id, receiptNumber: number, isPictureNext = false }: TaskSaved): void {
    const done = task;
    setTask(null);
    if (done) setNews(tellNews(done, number, id, known.plan.id));
    if (isPictureNext) void addSeen(id, number);
  }

  async function addSeen(request: string, number: string): Promise<void> {
    const done = await seen.take({
      payload: { act: "take-down-picture", event: known.plan.id },
      amends: request,
      notice: null,
      number,
    });
    if (done === "saved") setNews({ what: "pictured", number });
  }

  if (task) {
    return (
      <EventTaskForm
        task={task}
        known={known}
        reference={reference}
        staff={staff}
        nameStaff={nameStaff}
        onSaved={saved}
        onClose={() => setTask(null)}
      />
    );
  }
  const fresh =
    news?.what === "saved" ? known.board.entries.find(({ optOut }) => optOut === news.undo) : null;
  return (
    <>
      <EventHome
        known={known}
        isLarge={isLarge}
        onLarge={setLarge}
        onStart={start}
        onOpen={(entry) => setOver({ over: "entry", entry })}
        onPrint={() => setOver({ over: "print" })}
        onReopen={() => setOver({ over: "reopen" })}
        nameStaff={nameStaff}
        news={
          <>
            {news && (
              <NewsBar
                news={news}
                isUndoing={undo.isRunning}
                onUndo={() => {
                  if (news.what !== "saved" || news.undo === null) return;
                  const { number } = news;
                  void undo.run(news.undo).then((isDone) => {
                    if (isDone) setNews({ what: "undone", number });
                  });
                }}
                onFix={fresh ? () => start({ task: "opt-out", entry: fresh }) : null}
                onPicture={
                  news.what === "takeDown"
                    ? () => void addSeen(news.request, news.number)
                    : fresh
                      ? () => setOver({ over: "picture", entry: fresh })
                      : null
                }
                onForget={() => setNews(null)}
              />
            )}
            {seen.failure && <Banner tone="danger">{seen.failure}</Banner>}
            {undo.failure && (
              <Banner tone="danger" title={t("event.saved.failed")}>
                <FailureText failure={undo.failure} />
              </Banner>
            )}
          </>
        }
      />
      {over?.over === "entry" && (
        <EntryDialog
          entry={over.entry}
          plan={known.plan}
          nameStaff={nameStaff}
          onFix={() => start({ task: "opt-out", entry: over.entry })}
          onPicture={() => setOver({ over: "picture", entry: over.entry })}
          onVoid={() => setOver({ over: "void", entry: over.entry })}
          onClose={() => setOver(null)}
        />
      )}
      {over?.over === "void" && (
        <VoidDialog
          {...submit}
          event={known.plan}
          reference={reference}
          staff={staff}
          capture={over.entry.optOut}
          number={over.entry.receiptNumber}
          onSaved={() => {
            setNews({ what: "voided", number: over.entry.receiptNumber });
            setOver(null);
          }}
          onClose={() => setOver(null)}
        />
      )}
      {over?.over === "reopen" && known.state.closing && (
        <VoidDialog
          {...submit}
          event={known.plan}
          reference={reference}
          staff={staff}
          capture={known.state.closing.capture}
          number={known.state.closing.receiptNumber}
          ask={{
            title: words.amend.reopenTitle,
            text: words.amend.reopenText,
            yes: words.amend.reopen,
          }}
          onSaved={() => {
            setNews({ what: "reopened", number: null });
            setOver(null);
          }}
          onClose={() => setOver(null)}
        />
      )}
      {over?.over === "picture" && (
        <ReferenceDialog
          entry={over.entry}
          event={known.plan}
          reference={reference}
          onSaved={() => {
            setNews({ what: "pictured", number: over.entry.receiptNumber });
            setOver(null);
          }}
          onClose={() => setOver(null)}
        />
      )}
      {over?.over === "print" && (
        <PrintDialog event={known.plan.id} onClose={() => setOver(null)} />
      )}
    </>
  );
}

function tellNews(task: EventTask, number: string, id: string, event: string): EventNews {
  switch (task.task) {
    case "opt-out":
      // What was put right is undone by putting it right again.
      return { what: "saved", number, undo: task.entry === null ? id : null };
    case "consent":
      return { what: "saved", number, undo: id };
    case "withdrawal":
      return { what: "withdrawn", number };
    case "take-down":
      return { what: "takeDown", number, request: id, event };
    case "hand-over":
      return { what: "handedOver", number: null };
    case "close-out":
      return { what: "closed", number: null };
  }
}
