import { useTranslation } from "react-i18next";
import type { BoardEntry } from "../../../captures/event-photo-opt-out/board-fold.ts";
import { BoardList } from "../../../captures/event-photo-opt-out/board-list.tsx";
import { eventPhotoText } from "../../../captures/event-photo-opt-out/text.ts";
import type { EventPlan } from "../../../contract/event.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { formatMoment } from "../../../ui/thai-date.tsx";
import { useLanguage } from "../../i18n.ts";

type EntryDialogProps = {
  entry: BoardEntry;
  plan: EventPlan;
  nameStaff: (staff: string) => string;
  onFix: () => void;
  onPicture: () => void;
  onVoid: () => void;
  onClose: () => void;
};

/** One entry of the board, and what can be done with it. */
export function EntryDialog(props: EntryDialogProps) {
  const { entry, plan, nameStaff } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const words = eventPhotoText[language].amend;
  const at = (iso: string) => formatMoment(iso, language);
  return (
    <Dialog
      title={t("event.entry.title", { number: entry.receiptNumber })}
      isOpen
      onClose={props.onClose}
      closeLabel={t("app.close")}
      footer={
        <>
          <Button size="large" onPress={props.onPicture}>
            {t("eventPicture.add")}
          </Button>
          <Button size="large" onPress={props.onVoid}>
            {words.void}
          </Button>
          <Button size="large" variant="primary" autoFocus onPress={props.onFix}>
            {words.fix}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <BoardList entries={[entry]} plan={plan} language={language} size="medium" />
        <p>{t("event.entry.taken", { at: at(entry.takenAt), name: nameStaff(entry.staff) })}</p>
        {entry.changedAt !== entry.takenAt && (
          <p>{t("event.entry.changed", { at: at(entry.changedAt) })}</p>
        )}
        {entry.wantsAnswer && <p>{t("event.entry.answer")}</p>}
      </div>
    </Dialog>
  );
}
