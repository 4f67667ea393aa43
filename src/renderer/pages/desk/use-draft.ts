import { useCallback, useEffect, useState } from "react";
import { call } from "../../bridge/call.ts";
import { type KeptDraft, readDraft, writeDraft } from "./kept-draft.ts";

const form = "marketing-consent";

/** The form that was begun and not saved, as main keeps it over a lock or a restart. */
export function useDraft() {
  const [draft, setDraft] = useState<KeptDraft | null>(null);
  const [isRead, setRead] = useState(false);

  useEffect(() => {
    let isCurrent = true;
    void call("draft.read", { form }).then((answer) => {
      if (!isCurrent) return;
      if (answer.ok && answer.value) setDraft(readDraft(answer.value.body, answer.value.keptAt));
      setRead(true);
    });
    return () => {
      isCurrent = false;
    };
  }, []);

  const keep = useCallback((kept: KeptDraft) => {
    setDraft(kept);
    void call("draft.keep", { form, body: writeDraft(kept) });
  }, []);

  const drop = useCallback(() => {
    setDraft(null);
    void call("draft.drop", { form });
  }, []);

  return { draft, isRead, keep, drop };
}
