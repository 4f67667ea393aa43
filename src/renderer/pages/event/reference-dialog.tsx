import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BoardEntry } from "../../../captures/event-photo-opt-out/board-fold.ts";
import { findPhotoNotice } from "../../../captures/event-photo-opt-out/photo-notice.ts";
import type { ReferencePicture } from "../../../captures/event-photo-opt-out/picture-acts.ts";
import { SpokenNotice } from "../../../captures/event-photo-opt-out/spoken-notice.tsx";
import { eventPhotoText } from "../../../captures/event-photo-opt-out/text.ts";
import { describeShown } from "../../../captures/shown-notice.ts";
import type { EventPlan } from "../../../contract/event.ts";
import type { Reference } from "../../../contract/reference.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { Choice } from "../../../ui/choice.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { useLanguage } from "../../i18n.ts";
import { hashText } from "../desk/hash-text.ts";
import { useEventPicture } from "./use-event-picture.ts";

type ReferenceDialogProps = {
  entry: BoardEntry;
  event: EventPlan;
  reference: Reference;
  onSaved: () => void;
  onClose: () => void;
};

/** The question that a reference picture needs, by itself and with nothing chosen; the picture only after a yes. */
export function ReferenceDialog({ entry, event, reference, ...props }: ReferenceDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = eventPhotoText[language];
  const picture = useEventPicture();
  const [spoken, setSpoken] = useState(language);
  const [agreedBy, setAgreedBy] = useState<ReferencePicture["agreedBy"] | null>(null);
  const [isAsked, setAsked] = useState(false);
  const notice = findPhotoNotice(event, reference, new Date());

  async function take(): Promise<void> {
    setAsked(true);
    if (agreedBy === null || notice === null) return;
    const done = await picture.take({
      payload: { act: "reference-picture", event: event.id, agreedBy },
      amends: entry.optOut,
      notice: await describeShown(notice, spoken, hashText),
      number: entry.receiptNumber,
    });
    if (done === "saved") props.onSaved();
    if (done === "left") props.onClose();
  }

  const guardian = { value: "guardian" as const, label: t("eventPicture.ask.guardian") };
  const person = { value: "person" as const, label: t("eventPicture.ask.person") };
  return (
    <Dialog
      title={t("eventPicture.ask.title")}
      isOpen
      onClose={props.onClose}
      closeLabel={t("app.close")}
      footer={
        <>
          <Button size="large" onPress={props.onClose}>
            {t("eventPicture.ask.no")}
          </Button>
          <Button
            size="large"
            variant="primary"
            isDisabled={notice === null}
            isPending={picture.isOpen}
            onPress={() => void take()}
          >
            {t("eventPicture.ask.go")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="font-semibold">{t("eventPicture.ask.intro")}</p>
        <ul className="flex list-disc flex-col gap-1 ps-5">
          <li>{t("eventPicture.ask.what")}</li>
          <li>{t("eventPicture.ask.why")}</li>
          <li>{t("eventPicture.ask.end")}</li>
        </ul>
        {notice === null ? (
          <Banner tone="danger">{words.consent.missing}</Banner>
        ) : (
          <>
            <p className="font-semibold">{t("eventPicture.ask.read")}</p>
            <SpokenNotice notice={notice} words={words} spoken={spoken} onSpoken={setSpoken} />
          </>
        )}
        <Choice
          label={t("eventPicture.ask.question")}
          value={agreedBy}
          onChange={setAgreedBy}
          options={entry.marks.children > 0 ? [guardian] : [person, guardian]}
          error={isAsked && agreedBy === null ? words.issues.required : null}
        />
        {picture.isOpen && <Progress label={t("eventPicture.open")} />}
        {picture.failure && <Banner tone="danger">{picture.failure}</Banner>}
      </div>
    </Dialog>
  );
}
