import { useState } from "react";
import type { NoticeShown } from "../../contract/envelope.ts";
import type { Failure, Issue } from "../../contract/failure.ts";
import type { CaptureId } from "../../contract/ids.ts";
import type { Submitted } from "../capture-form.ts";
import { parsePayload } from "../capture-reading.ts";
import { fillText } from "../fill-text.ts";
import { eventPhotoOptOut } from "./definition.ts";
import type { AnyEventFormProps } from "./event-form.ts";
import type { Payload } from "./payload.ts";
import { eventPhotoText } from "./text.ts";

type Given = { payload: Payload; amends?: CaptureId | null; notice?: NoticeShown | null };

/**
 * Saving a capture of an event. Faults are found by the rules that main holds to, and what main still refuses
 * is told in the same place.
 */
export function useEventCapture(props: Omit<AnyEventFormProps, "onSaved">) {
  const words = eventPhotoText[props.language];
  const [isSaving, setSaving] = useState(false);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);

  /** What was stored; null: it was refused, and the screen says why. */
  async function save({ payload, amends = null, notice = null }: Given): Promise<Submitted | null> {
    if (isSaving) return null;
    setFailure(null);
    const found = amends === null ? findIssues(payload, props) : [];
    setIssues(found);
    if (found.length > 0) return null;
    setSaving(true);
    const result = await props.onSubmit({ payload, amends, notice });
    setSaving(false);
    if (result.ok) return result.value;
    if (result.failure.code === "refused") setIssues(result.failure.issues);
    setFailure(result.failure);
    return null;
  }

  return {
    save,
    isSaving,
    /** In the language of the screen as it is now. */
    failure: failure && `${words.frame.notSaved} ${props.describeFailure(failure)}`,
    /** Something was changed: what was wrong with it may be right now. */
    touch(): void {
      setIssues([]);
      setFailure(null);
    },
    /** The summary of what is lacking; null where nothing is. `attempt` counts tries; `names`: what each is called. */
    listFaults<Field extends string>(
      lacks: readonly Field[],
      attempt: number,
      names: Readonly<Record<Field, string>>,
    ) {
      if (lacks.length === 0) return null;
      const list = lacks.map((field) => ({ field, label: names[field] }));
      return { title: words.frame.faults, attempt, list };
    },
    /** What is wrong at a path or below it, in words. */
    errorOf(...path: Issue["path"]): string | null {
      const issue = issues.find((one) => path.every((part, index) => one.path[index] === part));
      return issue ? describeIssue(issue, props) : null;
    },
  };
}

/** What the rules say of a capture that amends none; main knows what another one amends. */
function findIssues(
  payload: Payload,
  { reference, staff }: Pick<AnyEventFormProps, "reference" | "staff">,
): readonly Issue[] {
  const parsed = parsePayload(eventPhotoOptOut, payload);
  if (!parsed.ok) return parsed.issues;
  return eventPhotoOptOut.checkRules(payload, { reference, amended: null, staff: staff.staff });
}

function describeIssue(issue: Issue, props: Omit<AnyEventFormProps, "onSaved">): string {
  const words: Readonly<Record<string, string>> = eventPhotoText[props.language].issues;
  const text = words[issue.code];
  if (text === undefined) return props.describeFailure({ code: "refused", issues: [issue] });
  return fillText(text, issue.limit === undefined ? {} : { limit: issue.limit });
}
