import { useRef, useState } from "react";
import type {
  ReferencePicture,
  TakeDownPicture,
} from "../../../captures/event-photo-opt-out/picture-acts.ts";
import type { NoticeShown } from "../../../contract/envelope.ts";
import type { CaptureId } from "../../../contract/ids.ts";
import { call } from "../../bridge/call.ts";
import { useFailureWords } from "../../failure-text.tsx";

type Asked = {
  payload: Omit<ReferencePicture, "picture"> | Omit<TakeDownPicture, "picture">;
  amends: CaptureId;
  notice: NoticeShown | null;
  /** The receipt number of what it belongs to. */
  number: string;
};

/** A picture taken in a window of its own, which is sealed and stored there. */
export function useEventPicture() {
  const say = useFailureWords();
  const request = useRef(crypto.randomUUID());
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  return {
    isOpen,
    failure,
    forget: () => setFailure(null),
    /** `left`: the window was left without a picture. */
    async take(asked: Asked): Promise<"saved" | "left" | "failed"> {
      setOpen(true);
      setFailure(null);
      const answer = await call("eventPicture.begin", { request: request.current, ...asked });
      setOpen(false);
      if (!answer.ok) {
        setFailure(say(answer.failure));
        return "failed";
      }
      if (answer.value === null) return "left";
      request.current = crypto.randomUUID();
      return "saved";
    },
  };
}
