import { useRef, useState } from "react";
import {
  coversLimit,
  type PicturesChecked,
} from "../../../captures/event-photo-opt-out/payload.ts";
import { useCommand, useProcedure } from "../../bridge/use-procedure.ts";

/** Hands the counts on as a capture: how many pictures were decided how, by whom, against which opt-outs. */
export function useCheckReport(event: string, covers: readonly string[]) {
  const counts = useProcedure("pictures.counts", { event });
  const submit = useCommand("capture.submit");
  const [receipt, setReceipt] = useState<string | null>(null);
  // Made once: the same record sent twice is one.
  const request = useRef(crypto.randomUUID());

  const value = counts.state === "ready" ? counts.value : null;
  const seen = value ? value.publish + value.cover + value.leaveOut : 0;

  async function save(): Promise<void> {
    if (!value) return;
    const payload: PicturesChecked = {
      act: "pictures-checked",
      event,
      review: value.review,
      counts: { seen, published: value.publish, covered: value.cover, leftOut: value.leaveOut },
      checkedBy: value.checkedBy,
      // The newest, where a long event has more than fit.
      covers: covers.slice(-coversLimit),
    };
    const answer = await submit.run({
      request: request.current,
      kind: "event-photo-opt-out",
      payload,
      amends: null,
      notice: null,
    });
    if (answer.ok) {
      setReceipt(answer.value.receiptNumber);
      request.current = crypto.randomUUID();
    }
  }

  return {
    counts: value,
    canSave: seen > 0 && !submit.isRunning,
    isSaving: submit.isRunning,
    failure: submit.failure,
    receipt,
    save,
  };
}
