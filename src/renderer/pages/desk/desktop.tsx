import { useEffect } from "react";
import type { PersonHit, SignedIn } from "../../../contract/ipc.ts";
import type { Reference } from "../../../contract/reference.ts";
import { ReceiptPage } from "../receipt-page.tsx";
import { DraftQuestion } from "./draft-offer.tsx";
import { LookUp } from "./look-up.tsx";
import { TaskForm } from "./task-form.tsx";
import { useDesk } from "./use-desk.ts";
import { useSearch } from "./use-search.ts";

/** One thing at a time: the search with or without a person, a form, or a receipt. */
export function Desktop({ reference, staff }: { reference: Reference; staff: SignedIn }) {
  const desk = useDesk();
  const { view, subject, draft } = desk;
  const search = useSearch((hit: PersonHit) => desk.openPerson(hit.subject));
  const isFresh = view.at === "search" && desk.news !== null;
  const isSaved = view.at === "receipt" && view.isNew;
  const { clear } = search;

  // Whoever comes next must not see whom the last one was looked for by.
  useEffect(() => {
    if (isFresh || isSaved) clear();
  }, [isFresh, isSaved, clear]);

  if (view.at === "receipt") {
    return (
      <ReceiptPage
        key={view.capture}
        id={view.capture}
        isNew={view.isNew}
        reference={reference}
        onDone={desk.goBack}
      />
    );
  }
  if (view.at === "form" && (subject.is === "nobody" || subject.is === "known")) {
    return (
      <TaskForm
        key={view.request}
        open={view}
        person={subject.is === "known" ? subject.record : null}
        personName={desk.name}
        reference={reference}
        staff={staff}
        searched={search.text}
        onKeep={desk.keepDraft}
        onSaved={desk.saved}
        onNoThanks={desk.sayNoThanks}
        onClose={desk.goBack}
      />
    );
  }
  return (
    <>
      <LookUp desk={desk} search={search} reference={reference} />
      {desk.wanted && draft && (
        <DraftQuestion
          draft={draft}
          onGoOn={() => desk.goOn(draft)}
          onBeginAnew={desk.beginAnew}
          onClose={desk.forgetWanted}
        />
      )}
    </>
  );
}
