import { useState } from "react";
import type { CaptureId } from "../../contract/ids.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { fillText } from "../fill-text.ts";
import type { EventFormProps } from "./event-form.ts";
import { limits } from "./payload.ts";
import { eventPhotoText } from "./text.ts";
import { useEventCapture } from "./use-event-capture.tsx";

/** Takes an entry out that should not be there; the entry and the reason stay in the record. */
export function VoidDialog(
  props: EventFormProps & {
    capture: CaptureId;
    number: string;
    /** What is asked instead, where it is no entry of the board. */
    ask?: { title: string; text: string; yes: string };
  },
) {
  const words = eventPhotoText[props.language];
  const text = words.amend;
  const ask = props.ask ?? {
    title: fillText(text.voidTitle, { number: props.number }),
    text: text.voidText,
    yes: text.yes,
  };
  const form = useEventCapture(props);
  const [reason, setReason] = useState("");

  async function takeOut(): Promise<void> {
    const saved = await form.save({
      payload: { act: "void", event: props.event.id, reason: reason.trim() },
      amends: props.capture,
    });
    if (saved) props.onSaved(saved);
  }

  return (
    <Dialog
      title={ask.title}
      isOpen
      onClose={props.onClose}
      closeLabel={words.frame.close}
      role="alertdialog"
      size="medium"
      footer={
        <>
          <Button size="large" onPress={props.onClose}>
            {text.no}
          </Button>
          <Button
            size="large"
            variant="danger"
            isPending={form.isSaving}
            onPress={() => void takeOut()}
          >
            {ask.yes}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>{ask.text}</p>
        <TextField
          label={text.reason}
          value={reason}
          onChange={(changed) => {
            setReason(changed);
            form.touch();
          }}
          maxLength={limits.reason}
          size="large"
          autoFocus
          error={form.errorOf("reason")}
        />
        {form.failure && <Banner tone="danger">{form.failure}</Banner>}
      </div>
    </Dialog>
  );
}
