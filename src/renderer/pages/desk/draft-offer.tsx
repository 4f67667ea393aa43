import { useTranslation } from "react-i18next";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { formatMoment } from "../../../ui/thai-date.tsx";
import { useLanguage } from "../../i18n.ts";
import type { KeptDraft } from "./kept-draft.ts";

function useDraftWords(draft: KeptDraft): string {
  const { t } = useTranslation();
  const language = useLanguage();
  const task = t(`desk.draft.${draft.task.task}`);
  const at = formatMoment(draft.keptAt, language);
  return draft.name === null
    ? t("desk.draft.text", { task, at })
    : t("desk.draft.textFor", { task, at, name: draft.name });
}

type DraftOfferProps = { draft: KeptDraft; onGoOn: () => void; onDiscard: () => void };

/** Offers to go on with what was begun and not saved. */
export function DraftOffer({ draft, onGoOn, onDiscard }: DraftOfferProps) {
  const { t } = useTranslation();
  return (
    <Banner
      tone="warning"
      title={t("desk.draft.title")}
      action={
        <span className="flex shrink-0 gap-3 self-center">
          <Button onPress={onDiscard}>{t("desk.draft.discard")}</Button>
          <Button variant="primary" autoFocus onPress={onGoOn}>
            {t("desk.draft.goOn")}
          </Button>
        </span>
      }
    >
      {useDraftWords(draft)}
    </Banner>
  );
}

type DraftQuestionProps = {
  draft: KeptDraft;
  onGoOn: () => void;
  onBeginAnew: () => void;
  onClose: () => void;
};

/** Asked before another form takes the place of one that was begun: nothing typed is lost unasked. */
export function DraftQuestion({ draft, onGoOn, onBeginAnew, onClose }: DraftQuestionProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t("desk.draft.inTheWay")}
      role="alertdialog"
      isOpen
      onClose={onClose}
      closeLabel={t("app.close")}
      footer={
        <>
          <Button onPress={onBeginAnew}>{t("desk.draft.beginAnew")}</Button>
          <Button variant="primary" autoFocus onPress={onGoOn}>
            {t("desk.draft.goOn")}
          </Button>
        </>
      }
    >
      <p>{useDraftWords(draft)}</p>
    </Dialog>
  );
}
