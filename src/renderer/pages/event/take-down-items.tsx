import { CircleCheck, Hourglass } from "lucide-react";
import { nameClothing } from "../../../captures/event-photo-opt-out/marks-words.ts";
import type { TakeDownEntry } from "../../../captures/event-photo-opt-out/take-down-fold.ts";
import { eventPhotoText } from "../../../captures/event-photo-opt-out/text.ts";
import { fillText } from "../../../captures/fill-text.ts";
import type { TakeDownAnswer } from "../../../contract/event.ts";
import { formatMoment } from "../../../ui/thai-date.tsx";
import { useLanguage } from "../../i18n.ts";

type TakeDownItemsProps = {
  entries: readonly TakeDownEntry[];
  answers: readonly TakeDownAnswer[];
  /** Names the event of each, where they are of several. */
  nameEvent?: (event: string | null) => string;
};

/** What was asked to come down, each with head office's word on it once it is here. */
export function TakeDownItems({ entries, answers, nameEvent }: TakeDownItemsProps) {
  const language = useLanguage();
  const words = eventPhotoText[language];
  return (
    <ul aria-label={words.takeDown.list} className="flex flex-col gap-2">
      {entries.map(({ capture, receiptNumber, event, at, seen, marks, contact }) => {
        const answer = answers.find((one) => one.request === capture);
        const worn = marks ? [marks.tag, ...nameClothing(marks, language)] : [];
        const person = worn.filter((one) => one !== null).join(" · ");
        const isAnswered = answer !== undefined && answer.outcome !== "in-work";
        return (
          <li
            key={capture}
            className="flex items-start gap-3 rounded-control border border-line-strong bg-card px-4 py-2"
          >
            {isAnswered ? (
              <CircleCheck aria-hidden="true" className="mt-1 size-5 shrink-0 text-success" />
            ) : (
              <Hourglass aria-hidden="true" className="mt-1 size-5 shrink-0 text-warning" />
            )}
            <div className="min-w-0">
              <p className="break-all font-semibold">
                {seen ?? (person || words.takeDown.noPlace)}
              </p>
              <p className="text-muted text-sm">
                {[receiptNumber, formatMoment(at, language), nameEvent?.(event)]
                  .filter((one) => one !== undefined)
                  .join(" · ")}
              </p>
              {answer ? (
                <p>
                  <span className="font-semibold">{words.outcome[answer.outcome]}</span>
                  {answer.words && `: ${answer.words}`}{" "}
                  <span className="text-muted text-sm">{formatMoment(answer.at, language)}</span>
                </p>
              ) : (
                <p>{words.takeDown.waiting}</p>
              )}
              {isAnswered && contact !== null && (
                <p className="font-semibold">{fillText(words.takeDown.tell, { contact })}</p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
