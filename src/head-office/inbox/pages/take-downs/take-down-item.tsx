import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { EventPlan } from "../../../../contract/event.ts";
import type { TakeDownListed } from "../../../../contract/inbox-event-procedures.ts";
import { Badge, type BadgeTone } from "../../../../ui/badge.tsx";
import { Button } from "../../../../ui/button.tsx";
import { Moment } from "../../../../ui/thai-date.tsx";
import { useMayAct } from "../../frame/who.tsx";
import { useLanguage } from "../../i18n.ts";
import { describePerson } from "./describe-person.ts";

const tones: Readonly<Record<NonNullable<TakeDownListed["outcome"]>, BadgeTone>> = {
  "in-work": "accent",
  "taken-down": "success",
  "not-ours": "neutral",
  refused: "danger",
  "taken-back": "neutral",
};

type TakeDownItemProps = {
  item: TakeDownListed;
  branch: string;
  /** Null: nobody knows of which event it is. */
  event: string | null;
  /** Where its zones are; null: not known here. */
  plan: Pick<EventPlan, "zones"> | null;
  onAnswer: () => void;
  onOpen: () => void;
};

/** One request: where it was seen, who asks, and what became of it. */
export function TakeDownItem({ item, branch, event, plan, onAnswer, onOpen }: TakeDownItemProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayAct = useMayAct();
  const { asked, outcome } = item;
  const person = asked && describePerson(asked.marks, plan, language);
  const isOpen = outcome === null || outcome === "in-work";
  const line = (label: string, words: ReactNode) => (
    <div className="contents">
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0 whitespace-pre-line break-words">{words}</dd>
    </div>
  );
  return (
    <li aria-label={item.receiptNumber} className="flex items-start gap-6 py-4">
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <div className="flex flex-wrap items-center gap-3">
          <span className="font-mono font-semibold">{item.receiptNumber}</span>
          <span>{branch}</span>
          {outcome !== null && (
            <Badge tone={tones[outcome]}>{t(`takeDowns.outcomes.${outcome}`)}</Badge>
          )}
        </div>
        <dl className="grid grid-cols-[9rem_1fr] gap-x-4 gap-y-0.5">
          {line(
            t("takeDowns.seen"),
            // Never a link: the address is what a stranger said, and opening it would tell that page.
            asked === null
              ? t("takeDowns.purged")
              : asked.consent !== null
                ? t("takeDowns.consentEnded")
                : [asked.address, asked.where].filter(Boolean).join("\n") || t("takeDowns.noPlace"),
          )}
          {asked?.consent?.name && line(t("takeDowns.name"), asked.consent.name)}
          {asked?.consent &&
            asked.consent.receipts.length > 0 &&
            line(t("takeDowns.receipts"), asked.consent.receipts.join(", "))}
          {person !== null && line(t("takeDowns.person"), person)}
          {line(t("takeDowns.picture"), t(`takeDowns.pictures.${item.picture}`))}
          {line(t("takeDowns.event"), event ?? t("takeDowns.noEvent"))}
          {line(t("takeDowns.asked"), <Moment at={item.askedAt} language={language} />)}
          {asked && line(t("takeDowns.saidBy"), t(`takeDowns.by.${asked.saidBy}`))}
          {asked && line(t("takeDowns.contact"), asked.contact ?? t("takeDowns.noContact"))}
          {item.answeredAt !== null &&
            line(
              t("takeDowns.answerWords"),
              <>
                <Moment at={item.answeredAt} language={language} />
                {item.words !== null && <p>{item.words}</p>}
              </>,
            )}
        </dl>
      </div>
      <span className="flex flex-col items-stretch gap-2">
        {mayAct && outcome !== "taken-back" && (
          <Button variant={isOpen ? "primary" : "secondary"} onPress={onAnswer}>
            {isOpen ? t("takeDowns.answer") : t("takeDowns.answerAgain")}
          </Button>
        )}
        {mayAct && item.pictureCapture !== null && (
          <Button onPress={onOpen}>{t("takeDowns.openPicture")}</Button>
        )}
      </span>
    </li>
  );
}
