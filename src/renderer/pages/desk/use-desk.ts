import { useEffect, useRef, useState } from "react";
import type { FormTask, Submitted } from "../../../captures/capture-form.ts";
import type { Failure } from "../../../contract/failure.ts";
import type { CaptureId, SubjectId } from "../../../contract/ids.ts";
import { type DeskStart, type DeskView, leadBack, type OpenForm } from "./desk-view.ts";
import { isSameForm, type KeptDraft } from "./kept-draft.ts";
import { storeNoThanks } from "./no-thanks.ts";
import type { NoThanksNews } from "./no-thanks-saved.tsx";
import { useDraft } from "./use-draft.ts";
import { type SubjectAnswer, useSubject } from "./use-subject.ts";

function beginForm(task: FormTask, subject: SubjectId | null, draft: string | null): OpenForm {
  return { task, subject, draft, request: crypto.randomUUID() };
}

/** Only pages of this program put anything there. */
function readStart(): DeskStart | null {
  return history.state as DeskStart | null;
}

/** What the desk shows, and the ways from one thing to the next. */
export function useDesk() {
  const [led] = useState(readStart);
  const [view, setView] = useState<DeskView>(() =>
    led ? { at: "form", ...beginForm(led.task, led.subject, null) } : { at: "search" },
  );
  // Once: whoever signs in next on this page was led nowhere.
  useEffect(() => history.replaceState(null, ""), []);
  /** A form that was asked for while another one was begun and not saved. */
  const [wanted, setWanted] = useState<OpenForm | null>(null);
  const [news, setNews] = useState<NoThanksNews | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isStoring = useRef(false);
  const drafts = useDraft();
  const subjectId = view.at === "search" ? null : view.subject;
  const subject = useSubject(subjectId);

  function show(next: DeskView): void {
    setNews(null);
    setFailure(null);
    setWanted(null);
    setView(next);
  }

  async function sayNoThanks(): Promise<Failure | null> {
    // Pressed twice it is one; and of somebody whose record is still on its way it must not be a passer-by's.
    if (isStoring.current || subject.is === "waiting") return { code: "cancelled" };
    isStoring.current = true;
    const result = await storeNoThanks(subject.is === "known" ? subject.record : null);
    isStoring.current = false;
    if (!result.ok) return result.failure;
    if (view.at === "form") drafts.drop();
    show(leadBack(subject.is === "known" ? subjectId : null));
    const { id, receiptNumber } = result.value;
    setNews({ capture: id, receiptNumber, name: nameOf(subject) });
    return null;
  }

  return {
    view,
    subject,
    name: nameOf(subject),
    news,
    failure,
    draft: drafts.draft,
    keepDraft: drafts.keep,
    wanted,
    openPerson: (found: SubjectId) => show({ at: "person", subject: found }),
    leavePerson: () => show({ at: "search" }),
    openReceipt: (capture: CaptureId) =>
      show({ at: "receipt", capture, isNew: false, subject: subjectId }),
    start(task: FormTask): void {
      const kept = drafts.draft;
      const about = view.at === "person" ? view.subject : null;
      if (kept !== null && !isSameForm(kept, task, about)) {
        setWanted(beginForm(task, about, null));
      } else {
        show({ at: "form", ...beginForm(task, about, kept?.form ?? null) });
      }
    },
    goOn(kept: KeptDraft): void {
      show({ at: "form", ...beginForm(kept.task, kept.subject, kept.form) });
    },
    discard: drafts.drop,
    beginAnew(): void {
      drafts.drop();
      if (wanted) show({ at: "form", ...wanted });
    },
    forgetWanted: () => setWanted(null),
    sayNoThanks,
    /** The same from outside a form, where the desk itself says why it failed. */
    async sayNoThanksHere(): Promise<void> {
      setFailure(await sayNoThanks());
    },
    saved({ id }: Submitted): void {
      drafts.drop();
      show({ at: "receipt", capture: id, isNew: true, subject: subjectId });
    },
    /** Out of a form, a receipt or a person. */
    goBack(): void {
      const isDone = view.at === "person" || (view.at === "receipt" && view.isNew);
      show(leadBack(isDone ? null : subjectId));
    },
  };
}

function nameOf(subject: SubjectAnswer): string | null {
  return subject.is === "known" ? (subject.state.details?.name ?? null) : null;
}

export type Desk = ReturnType<typeof useDesk>;
