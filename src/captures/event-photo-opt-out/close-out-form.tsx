import { useState } from "react";
import { defaultEventSettings } from "../../contract/event.ts";
import { Banner } from "../../ui/banner.tsx";
import { FormFrame } from "../../ui/form-frame.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { SignatureField } from "../../ui/signature-field.tsx";
import type { DrawnSignature } from "../../ui/signature-strokes.ts";
import { fillText } from "../fill-text.ts";
import type { Board } from "./board-fold.ts";
import { countEvent } from "./closing-counts.ts";
import type { EventState } from "./event-fold.ts";
import type { EventFormProps } from "./event-form.ts";
import { eventPhotoText } from "./text.ts";
import { useEventCapture } from "./use-event-capture.tsx";

type CloseOutFormProps = EventFormProps & {
  board: Board;
  state: EventState;
  /** The name of a member of staff; the id where they are of another branch. */
  nameStaff: (staff: string) => string;
};

/** What was done, in numbers that tell nobody apart, and a signature under it. */
export function CloseOutForm(props: CloseOutFormProps) {
  const { event, language, board, state, reference } = props;
  const words = eventPhotoText[language];
  const text = words.closeOut;
  const form = useEventCapture(props);
  const [signature, setSignature] = useState<DrawnSignature | null>(null);
  const [attempt, setAttempt] = useState(0);
  const isLacking = attempt > 0 && signature === null;
  const counts = countEvent(board, state);
  const { purgeAfterDays } = reference.eventSettings ?? defaultEventSettings;

  async function save(): Promise<void> {
    setAttempt((before) => before + 1);
    if (signature === null) return;
    const saved = await form.save({
      payload: {
        act: "close-event",
        event: event.id,
        counts,
        checkedBy: state.checkedBy,
        signature,
      },
    });
    if (saved) props.onSaved(saved);
  }

  const rows: [string, number][] = [
    [text.entries, counts.optOuts],
    [text.people, counts.people],
    [text.children, counts.children],
    [text.consents, counts.consents - counts.consentsWithdrawn],
    [text.handOvers, counts.handOvers],
    [text.checked, counts.seen],
    [text.published, counts.published],
    [text.covered, counts.covered],
    [text.leftOut, counts.leftOut],
  ];
  return (
    <FormFrame
      title={text.title}
      subtitle={event.name[language]}
      saveLabel={text.save}
      closeLabel={words.frame.close}
      isSaving={form.isSaving}
      onSave={() => void save()}
      onClose={props.onClose}
      failure={form.failure}
      faults={form.listFaults(isLacking ? (["signature"] as const) : [], attempt, text)}
    >
      <p className="text-lg">{text.intro}</p>
      {state.changedSinceHandOver && <Banner tone="warning">{text.notNewest}</Banner>}
      <FormSection title={text.counts}>
        <dl className="grid grid-cols-3 gap-3">
          {rows.map(([label, count]) => (
            <div key={label} className="rounded-control bg-sunken px-4 py-2">
              <dt>{label}</dt>
              <dd className="font-bold text-3xl leading-tight">{count}</dd>
            </div>
          ))}
        </dl>
        <p>
          {state.checkedBy.length === 0
            ? text.nobodyChecked
            : fillText(text.by, { name: state.checkedBy.map(props.nameStaff).join(", ") })}
        </p>
      </FormSection>
      <Banner tone="info" announced={false}>
        {purgeAfterDays === 0 ? text.purgeNow : fillText(text.purge, { count: purgeAfterDays })}
      </Banner>
      <FormSection title={fillText(text.signs, { name: props.staff.name[language] })}>
        <div data-field="signature">
          <SignatureField
            label={text.signature}
            clearLabel={words.consent.clear}
            emptyLabel={words.consent.empty}
            signedLabel={words.consent.signed}
            value={signature}
            onChange={(drawn) => {
              setSignature(drawn);
              form.touch();
            }}
            error={isLacking ? words.issues["signature-needed"] : form.errorOf("signature")}
          />
        </div>
      </FormSection>
    </FormFrame>
  );
}
