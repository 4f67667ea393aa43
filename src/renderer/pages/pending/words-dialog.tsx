import { useState } from "react";
import { useTranslation } from "react-i18next";
import { noteLimit } from "../../../contract/pending-procedures.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { useFunctionKey } from "../../../ui/function-keys.tsx";
import { TextArea } from "../../../ui/text-area.tsx";

type WordsDialogProps = {
  title: string;
  text: string;
  label: string;
  done: string;
  isDanger?: boolean;
  isRunning: boolean;
  /** What is wrong, as main said it; what was typed stays. */
  error: string | null;
  onDone: (words: string) => void;
  onClose: () => void;
};

/** Asks a manager for words that go on the record with what they do. */
export function WordsDialog(props: WordsDialogProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const [isMissing, setMissing] = useState(false);

  function finish(): void {
    const isEmpty = words.trim() === "";
    setMissing(isEmpty);
    if (!isEmpty && !props.isRunning) props.onDone(words.trim());
  }

  return (
    <Dialog
      title={props.title}
      isOpen
      onClose={props.onClose}
      closeLabel={t("app.close")}
      footer={
        <>
          <Button onPress={props.onClose}>{t("review.leave")}</Button>
          <Button
            variant={props.isDanger ? "danger" : "primary"}
            hint="F9"
            isPending={props.isRunning}
            onPress={finish}
          >
            {props.done}
          </Button>
        </>
      }
    >
      <FinishKey label={props.done} onPress={finish} />
      <p className="mb-4">{props.text}</p>
      <TextArea
        autoFocus
        label={props.label}
        value={words}
        maxLength={noteLimit}
        onChange={setWords}
        rows={3}
        error={isMissing ? t("review.wordsNeeded") : props.error}
      />
    </Dialog>
  );
}

/** Inside the dialog, whose keys are a layer of their own. */
function FinishKey({ label, onPress }: { label: string; onPress: () => void }) {
  useFunctionKey("F9", onPress, { label });
  return null;
}
