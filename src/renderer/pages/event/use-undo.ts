import { eventPhotoText } from "../../../captures/event-photo-opt-out/text.ts";
import type { Failure } from "../../../contract/failure.ts";
import type { CaptureId } from "../../../contract/ids.ts";
import { useCommand } from "../../bridge/use-procedure.ts";
import { useLanguage } from "../../i18n.ts";

/** Takes a capture out again that was made by a slip a moment ago: the way back is one touch. */
export function useUndo(event: string): {
  run: (capture: CaptureId) => Promise<boolean>;
  isRunning: boolean;
  failure: Failure | null;
  forget: () => void;
} {
  const language = useLanguage();
  const submit = useCommand("capture.submit");
  return {
    async run(capture) {
      const result = await submit.run({
        request: crypto.randomUUID(),
        kind: "event-photo-opt-out",
        payload: { act: "void", event, reason: eventPhotoText[language].amend.undone },
        amends: capture,
        notice: null,
      });
      return result.ok;
    },
    isRunning: submit.isRunning,
    failure: submit.failure,
    forget: submit.forget,
  };
}
