import { MessageCircleReply } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { EventPlan } from "../../contract/event.ts";
import type { EventId } from "../../contract/ids.ts";
import { Choice } from "../../ui/choice.tsx";
import { FormFrame } from "../../ui/form-frame.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { TickGroup } from "../../ui/tick-group.tsx";
import { TileButton } from "../../ui/tile-button.tsx";
import type { Submitted } from "../capture-form.ts";
import { fillText } from "../fill-text.ts";
import { ContactDialog, type GivenContact } from "./contact-dialog.tsx";
import type { AnyEventFormProps } from "./event-form.ts";
import { limits, type TakeDownRequest } from "./payload.ts";
import { eventPhotoText } from "./text.ts";
import { useEventCapture } from "./use-event-capture.tsx";

type TakeDownFormProps = Omit<AnyEventFormProps, "onSaved"> & {
  /** `isPictureNext`: where it was seen is told by a picture that is to be taken now. */
  onSaved: (saved: Submitted & { isPictureNext: boolean }) => void;
  /** `id` null: nobody knows of which event the picture is. `notice`: read before a contact is noted. */
  event: Pick<EventPlan, "notice"> & { id: EventId | null };
  /** What is asked before all else, such as the event. */
  first?: ReactNode;
  /** What was asked before. */
  requests?: ReactNode;
};

/** A picture is out and should come down: where it was seen, and how to answer. Head office does the rest. */
export function TakeDownForm(props: TakeDownFormProps) {
  const { event, language } = props;
  const words = eventPhotoText[language];
  const text = words.takeDown;
  const form = useEventCapture(props);
  const [address, setAddress] = useState("");
  const [where, setWhere] = useState("");
  const [isShown, setShown] = useState(false);
  const [saidBy, setSaidBy] = useState<TakeDownRequest["saidBy"] | null>(null);
  const [given, setGiven] = useState<GivenContact | null>(null);
  const [asksContact, setAsksContact] = useState(false);
  const [attempt, setAttempt] = useState(0);

  const lacks = [
    ...(address.trim() === "" && where.trim() === "" && !isShown ? (["address"] as const) : []),
    ...(saidBy === null ? (["saidBy"] as const) : []),
  ];
  const told = attempt > 0 ? lacks : [];

  async function save(): Promise<void> {
    setAttempt((before) => before + 1);
    if (lacks.length > 0 || saidBy === null) return;
    const saved = await form.save({
      payload: {
        act: "take-down-request",
        event: event.id,
        seen: { address: address.trim() || null, picture: isShown, where: where.trim() || null },
        marks: null,
        saidBy,
        contact: given?.contact ?? null,
      },
      notice: given?.notice ?? null,
    });
    if (saved) props.onSaved({ ...saved, isPictureNext: isShown });
  }

  return (
    <FormFrame
      title={text.title}
      subtitle={text.intro}
      saveLabel={text.save}
      closeLabel={words.frame.close}
      isSaving={form.isSaving}
      onSave={() => void save()}
      onClose={props.onClose}
      failure={form.failure}
      faults={form.listFaults(told, attempt, text)}
    >
      {props.first}
      <FormSection title={text.seen}>
        <div data-field="address">
          <TextField
            label={text.address}
            description={text.addressHelp}
            value={address}
            onChange={(changed) => {
              setAddress(changed);
              form.touch();
            }}
            maxLength={limits.address}
            size="large"
            autoFocus
            error={
              told.includes("address") ? words.issues.required : form.errorOf("seen", "address")
            }
          />
        </div>
        <TextArea
          label={text.where}
          description={text.whereHelp}
          rows={2}
          value={where}
          onChange={(changed) => {
            setWhere(changed);
            form.touch();
          }}
          maxLength={limits.where}
          error={form.errorOf("seen", "where")}
        />
        <TickGroup
          label={text.show}
          value={isShown ? ["shown"] : []}
          onChange={(ticked) => {
            setShown(ticked.length > 0);
            form.touch();
          }}
          options={[{ value: "shown", label: text.showIt }]}
        />
      </FormSection>
      <FormSection title={text.who}>
        <div data-field="saidBy">
          <Choice
            label={text.saidBy}
            value={saidBy}
            onChange={setSaidBy}
            options={[
              { value: "person", label: words.optOut.person },
              { value: "guardian", label: words.optOut.guardian },
            ]}
            error={told.includes("saidBy") ? words.issues.required : null}
          />
        </div>
        <div className="max-w-md">
          <TileButton
            title={
              given
                ? fillText(words.optOut.contactSet, { contact: given.typed })
                : words.optOut.contact
            }
            icon={<MessageCircleReply aria-hidden="true" className="size-6 shrink-0" />}
            onPress={() => setAsksContact(true)}
          />
        </div>
      </FormSection>
      {props.requests}
      {asksContact && (
        <ContactDialog
          form={props}
          given={given}
          onGiven={setGiven}
          onClose={() => setAsksContact(false)}
        />
      )}
    </FormFrame>
  );
}
