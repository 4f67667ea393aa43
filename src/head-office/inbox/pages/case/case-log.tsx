import { useTranslation } from "react-i18next";
import type { CaseEntry } from "../../../../captures/rights-request/case-fold.ts";
import { rightsRequestText } from "../../../../captures/rights-request/text.ts";
import { Moment } from "../../../../ui/thai-date.tsx";
import { useNames } from "../../frame/use-names.ts";
import { useLanguage } from "../../i18n.ts";

/** What happened in a case, newest first: the DPO reads on from the last step. */
export function CaseLog({
  log,
  deviceBranch,
}: {
  log: readonly CaseEntry[];
  deviceBranch: string;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useStepWords();
  const { nameBranch, nameStaff } = useNames();
  return (
    <ol className="flex flex-col gap-3">
      {log.toReversed().map((entry, at) => {
        const { title, words } = say(entry);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a log only grows, and two lines may be alike
          <li key={log.length - at} className="border-line border-l-3 pl-3">
            <p className="font-semibold">{title}</p>
            {words && <p className="whitespace-pre-line break-words">{words}</p>}
            <p className="text-muted text-sm">
              <Moment at={entry.at} language={language} /> · {nameStaff(entry.by)}
              {entry.step === "received" && ` · ${nameBranch(deviceBranch)}`}
            </p>
          </li>
        );
      })}
    </ol>
  );

  function useStepWords() {
    const words = rightsRequestText[language];
    return (entry: CaseEntry): { title: string; words: string } => {
      const title = t(`case.step.${entry.step}`, {
        days: entry.step === "extend" ? entry.days : 0,
        receiver: entry.step === "hand-over" ? entry.receiver : "",
      });
      switch (entry.step) {
        case "wait":
          return { title, words: join(words.pauseReasons[entry.reason], entry.words) };
        case "refuse":
          return { title, words: join(words.refusals[entry.reason], entry.words) };
        case "finish":
          return { title, words: join(words.answerWays[entry.answeredBy], entry.words) };
        case "confirm-identity":
          return { title, words: t(`case.proofs.${entry.proof}`) };
        case "extend":
          return { title, words: entry.letter };
        default:
          return { title, words: "words" in entry ? entry.words : "" };
      }
    };
  }
}

function join(reason: string, words: string): string {
  return words.trim() === "" ? reason : `${reason}: ${words}`;
}
