import { useRef } from "react";
import type { EventFormProps } from "../../../captures/event-photo-opt-out/event-form.ts";
import { call } from "../../bridge/call.ts";
import { useFailureWords } from "../../failure-text.tsx";
import { useLanguage } from "../../i18n.ts";
import { hashText } from "../desk/hash-text.ts";

/** What every form of an event needs of the page, whichever event it is. */
export function useEventSubmit(): Pick<
  EventFormProps,
  "language" | "describeFailure" | "now" | "hash" | "onSubmit"
> {
  const language = useLanguage();
  const describeFailure = useFailureWords();
  // One for each capture that a form stores: sent again after an answer was lost, it is still one capture.
  const requests = useRef(new Map<string, string>());
  return {
    language,
    describeFailure,
    now: () => new Date(),
    hash: hashText,
    onSubmit({ payload, amends, notice }) {
      const key = `${payload.act} ${amends}`;
      const request = requests.current.get(key) ?? crypto.randomUUID();
      requests.current.set(key, request);
      return call("capture.submit", {
        request,
        kind: "event-photo-opt-out",
        payload,
        amends,
        notice,
      });
    },
  };
}
