import { useProcedure } from "../bridge/use-procedure.ts";
import { ShortLivedWindow } from "../frame/short-lived-window.tsx";
import { CopyPage } from "./copy-page.tsx";

/** Everything the copy window shows. It is gone, with all that is in it, when main ends it. */
export function CopyWindow() {
  const task = useProcedure("copy.task", undefined);
  return <ShortLivedWindow task={task.state === "ready" ? <CopyPage task={task.value} /> : null} />;
}
