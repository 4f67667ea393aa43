import { useState } from "react";
import { useTranslation } from "react-i18next";
import { takeDownAnswer } from "../../../../contract/event.ts";
import type { TakeDownListed } from "../../../../contract/inbox-event-procedures.ts";
import { Choice } from "../../../../ui/choice.tsx";
import { TextArea } from "../../../../ui/text-area.tsx";
import { useAct } from "../../asking/use-asking.ts";
import { EditDialog } from "../../frame/edit-dialog.tsx";

const outcomes = takeDownAnswer.shape.outcome.options;

/** What comes of a request, in words for the person who asked. Nothing is chosen beforehand. */
export function AnswerDialog({ item, onClose }: { item: TakeDownListed; onClose: () => void }) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<(typeof outcomes)[number] | null>(null);
  const [words, setWords] = useState(item.words ?? "");
  const answer = useAct("takeDowns.answer");
  return (
    <EditDialog
      title={t("takeDowns.answerOf", { number: item.receiptNumber })}
      onClose={onClose}
      isWhole={outcome !== null && (outcome !== "refused" || words.trim() !== "")}
      isRunning={answer.isRunning}
      refusal={answer.refusal}
      saveLabel={t("takeDowns.send")}
      onSave={async () => {
        if (outcome === null) return;
        if ((await answer.run({ capture: item.capture, outcome, words })).ok) onClose();
      }}
    >
      <Choice
        layout="columns"
        label={t("takeDowns.outcome")}
        value={outcome}
        onChange={setOutcome}
        options={outcomes.map((one) => ({ value: one, label: t(`takeDowns.outcomes.${one}`) }))}
      />
      <TextArea
        label={t("takeDowns.words")}
        description={t("takeDowns.wordsHelp")}
        rows={5}
        value={words}
        onChange={setWords}
        maxLength={1000}
      />
    </EditDialog>
  );
}
