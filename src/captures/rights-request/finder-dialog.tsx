import { useState } from "react";
import type { Language } from "../../contract/ids.ts";
import type { Right } from "../../contract/rights.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import {
  type FinderAnswers,
  type FinderQuestion,
  finderQuestions,
  findRight,
} from "./right-finder.ts";
import { type RightsRequestText, rightsRequestText } from "./text.ts";

type FinderDialogProps = {
  words: RightsRequestText;
  spoken: Language;
  onClose: () => void;
  onPropose: (proposal: Right | "marketing") => void;
};

/** For whoever does not know which right: a question at a time, and then one proposal, which they may refuse. */
export function FinderDialog({ words, spoken, onClose, onPropose }: FinderDialogProps) {
  const [answers, setAnswers] = useState<FinderAnswers>({});
  const found = findRight(answers);
  const aloud = rightsRequestText[spoken];
  return (
    <Dialog
      title={words.finder.title}
      isOpen
      onClose={onClose}
      closeLabel={words.frame.close}
      footer={
        "propose" in found && (
          <>
            <Button onPress={() => setAnswers({})}>{words.finder.again}</Button>
            <Button variant="primary" autoFocus onPress={() => onPropose(found.propose)}>
              {words.finder.use}
            </Button>
          </>
        )
      }
    >
      {"ask" in found ? (
        <Question
          key={found.ask}
          question={found.ask}
          aloud={aloud}
          onAnswer={(answer) => setAnswers({ ...answers, [found.ask]: answer })}
        />
      ) : (
        <Proposal words={words} aloud={aloud} proposal={found.propose} />
      )}
    </Dialog>
  );
}

function Question({
  question,
  aloud,
  onAnswer,
}: {
  question: FinderQuestion;
  aloud: RightsRequestText;
  onAnswer: (answer: string) => void;
}) {
  const text: Readonly<Record<string, string>> = aloud.finder[question];
  return (
    <Choice
      label={text.question ?? ""}
      layout="column"
      autoFocus
      value={null}
      onChange={onAnswer}
      options={finderQuestions[question].map((value) => ({ value, label: text[value] ?? value }))}
    />
  );
}

function Proposal({
  words,
  aloud,
  proposal,
}: {
  words: RightsRequestText;
  aloud: RightsRequestText;
  proposal: Right | "marketing";
}) {
  const isNews = proposal === "marketing";
  return (
    <div role="status" className="flex flex-col gap-1">
      <p className="text-muted">{words.finder.propose}</p>
      <p className="font-semibold text-xl">
        {isNews ? words.finder.marketing : words.rights[proposal].name}
      </p>
      <p className="text-lg">
        {isNews ? aloud.finder.marketingAloud : aloud.rights[proposal].aloud}
      </p>
    </div>
  );
}
