import { useState } from "react";
import type { NoticeShown } from "../../contract/envelope.ts";
import type { EventPlan } from "../../contract/event.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { describeShown } from "../shown-notice.ts";
import { readContact } from "./contact-text.ts";
import type { AnyEventFormProps } from "./event-form.ts";
import { checkContact } from "./mark-rules.ts";
import type { Contact } from "./payload.ts";
import { findPhotoNotice } from "./photo-notice.ts";
import { SpokenNotice } from "./spoken-notice.tsx";
import { eventPhotoText } from "./text.ts";

/** A contact, and the notice that its owner was told before giving it (s.23). */
export type GivenContact = { typed: string; contact: Contact; notice: NoticeShown };

type ContactDialogProps = {
  form: Omit<AnyEventFormProps, "onSaved"> & { event: Pick<EventPlan, "notice"> };
  given: GivenContact | null;
  onGiven: (given: GivenContact | null) => void;
  onClose: () => void;
};

/** Only for whoever wants an answer: first what becomes of the contact is read to them, then it is noted. */
export function ContactDialog({ form, given, onGiven, onClose }: ContactDialogProps) {
  const words = eventPhotoText[form.language];
  const [spoken, setSpoken] = useState(given?.notice.language ?? form.language);
  const [typed, setTyped] = useState(given?.typed ?? "");
  const [error, setError] = useState<string | null>(null);
  const notice = findPhotoNotice(form.event, form.reference, form.now());

  async function note(): Promise<void> {
    const contact = readContact(typed);
    const [issue] = checkContact(contact ?? { phone: null, email: null }, []);
    if (issue || contact === null || notice === null) {
      const issues: Readonly<Record<string, string>> = words.issues;
      setError(issues[issue?.code ?? "contact-needed"] ?? words.issues["contact-needed"]);
      return;
    }
    onGiven({ typed, contact, notice: await describeShown(notice, spoken, form.hash) });
    onClose();
  }

  return (
    <Dialog
      title={words.optOut.contactTitle}
      isOpen
      onClose={onClose}
      closeLabel={words.frame.close}
      size="medium"
      footer={
        <>
          <Button
            size="large"
            onPress={() => {
              onGiven(null);
              onClose();
            }}
          >
            {words.optOut.contactDrop}
          </Button>
          <Button
            size="large"
            variant="primary"
            isDisabled={notice === null}
            onPress={() => void note()}
          >
            {words.optOut.contactDone}
          </Button>
        </>
      }
    >
      {notice === null ? (
        <Banner tone="danger">{words.consent.missing}</Banner>
      ) : (
        <div className="flex flex-col gap-4">
          <p className="font-semibold">{words.optOut.contactNotice}</p>
          <SpokenNotice notice={notice} words={words} spoken={spoken} onSpoken={setSpoken} />
          <TextField
            label={words.optOut.contactField}
            value={typed}
            onChange={(text) => {
              setTyped(text);
              setError(null);
            }}
            size="large"
            autoFocus
            error={error}
          />
        </div>
      )}
    </Dialog>
  );
}
