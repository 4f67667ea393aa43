import { useProcedure } from "../bridge/use-procedure.ts";
import { ShortLivedWindow } from "../frame/short-lived-window.tsx";
import { PicturePage } from "./picture-page.tsx";

/** Everything the window for a picture of an event shows. It is gone, with all that is in it, when main ends it. */
export function EventPictureWindow() {
  const task = useProcedure("eventPicture.task", undefined);
  return (
    <ShortLivedWindow task={task.state === "ready" ? <PicturePage task={task.value} /> : null} />
  );
}
