import { z } from "zod";
import type { FormTask } from "../../../captures/capture-form.ts";
import { captureId, moment, subjectId } from "../../../contract/ids.ts";

const formTask = z.discriminatedUnion("task", [
  z.object({ task: z.literal("ask") }),
  z.object({ task: z.literal("withdraw") }),
  z.object({ task: z.literal("correct") }),
  z.object({ task: z.literal("void"), capture: captureId }),
]) satisfies z.ZodType<FormTask>;

/** A form that was left before it was saved, as the desk keeps it: the form's own text and whom it is about. */
const keptDraft = z.object({
  task: formTask,
  subject: subjectId.nullable(),
  /** Whom it is about, for the offer to go on; null where nobody has a name yet. */
  name: z.string().nullable(),
  form: z.string(),
});
export type KeptDraft = z.infer<typeof keptDraft> & { keptAt: string };

export function writeDraft({ keptAt: _, ...draft }: KeptDraft): string {
  return JSON.stringify(draft);
}

/** What main kept; null where it is of an older version and cannot be read any more. */
export function readDraft(body: string, keptAt: string): KeptDraft | null {
  try {
    const read = keptDraft.safeParse(JSON.parse(body));
    return read.success && moment.safeParse(keptAt).success ? { ...read.data, keptAt } : null;
  } catch {
    return null;
  }
}

/** Whether a kept draft is of this very form. */
export function isSameForm(draft: KeptDraft, task: FormTask, subject: string | null): boolean {
  if (draft.subject !== subject || draft.task.task !== task.task) return false;
  return (
    draft.task.task !== "void" || (task.task === "void" && draft.task.capture === task.capture)
  );
}
