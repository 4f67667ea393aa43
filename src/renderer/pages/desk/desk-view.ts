import type { FormTask } from "../../../captures/capture-form.ts";
import type { CaptureId, SubjectId } from "../../../contract/ids.ts";

/** A form while it is open. */
export type OpenForm = {
  task: FormTask;
  /** Null: somebody this PC does not know. */
  subject: SubjectId | null;
  /** What was kept of it before; null: it begins anew. */
  draft: string | null;
  /** Made when the form opens: saved twice, it is one capture. */
  request: string;
};

/** What the desk shows. Only one thing at a time: whoever looks over knows where they are. */
export type DeskView =
  | { at: "search" }
  | { at: "person"; subject: SubjectId }
  | ({ at: "form" } & OpenForm)
  | {
      at: "receipt";
      capture: CaptureId;
      /** Just saved: Done leads to an empty desk; else back to the person. */
      isNew: boolean;
      subject: SubjectId | null;
    };

/** What the desk begins with when another page led to it. */
export type DeskStart = { subject: SubjectId; task: FormTask };

/** Where a closed form or receipt leads back to. */
export function leadBack(subject: SubjectId | null): DeskView {
  return subject === null ? { at: "search" } : { at: "person", subject };
}
