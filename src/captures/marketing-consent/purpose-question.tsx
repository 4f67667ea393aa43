import { CircleAlert, MessageCircleQuestion } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import type { Language } from "../../contract/ids.ts";
import type { Channel, Purpose } from "../../contract/reference.ts";
import { Badge } from "../../ui/badge.tsx";
import { Choice } from "../../ui/choice.tsx";
import { readDigit } from "../../ui/digit-key.ts";
import { fieldError } from "../../ui/field-frame.ts";
import { TickGroup } from "../../ui/tick-group.tsx";
import { fillText } from "../fill-text.ts";
import { nameReply } from "./field-issues.ts";
import type { Reply } from "./form-values.ts";
import type { Basis } from "./payload.ts";
import { type MarketingConsentText, marketingConsentText } from "./text.ts";

type PurposeQuestionProps = {
  purpose: Purpose;
  channels: readonly Channel[];
  words: MarketingConsentText;
  language: Language;
  /** The customer's language: the question is in it. */
  spoken: Language;
  basis: Basis;
  /** What stands at this moment, in words; null for somebody who was never asked. */
  standing: string | null;
  reply: Reply;
  onReply: (reply: Reply) => void;
  error: string | null;
  /** Called when a key answered all that this question asks. */
  onAnswered: () => void;
};

/** 1 and 2 are yes and no, so the channels begin at 3: no key means two things within one question. */
const firstChannelDigit = 3;

/** One purpose: its question to read aloud, yes or no with nothing chosen beforehand, and its channels. */
export function PurposeQuestion(props: PurposeQuestionProps) {
  const { purpose, channels, words, language, spoken, basis, standing, reply, onReply, error } =
    props;
  const root = useRef<HTMLDivElement>(null);
  const text = words.purposes;
  const customer = marketingConsentText[spoken].customer;
  const isBenefit = basis === "member-benefit";
  const asksChannels = purpose.usesChannels && reply.reply === "yes";

  function answer(chosen: "yes" | "no"): void {
    // A no forgets its channels: a later yes must name them anew.
    onReply({ reply: chosen, channels: chosen === "yes" ? reply.channels : [] });
  }

  function toggle(id: string): void {
    const chosen = channels
      .map((channel) => channel.id)
      .filter((one) => (one === id) !== reply.channels.includes(one));
    onReply({ ...reply, channels: chosen });
  }

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const digit = readDigit(event.nativeEvent.code);
    if (digit === null) return;
    const channel = channels[digit - firstChannelDigit];
    if (digit === 1 || digit === 2) {
      answer(digit === 1 ? "yes" : "no");
      const goesOn = digit === 2 || !purpose.usesChannels;
      // The channels are on the screen after this turn.
      setTimeout(() => (goesOn ? props.onAnswered() : focusTick(root.current)), 0);
    } else if (asksChannels && channel) {
      toggle(channel.id);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={root}
      data-field={nameReply(purpose.id)}
      data-own-digits=""
      onKeyDownCapture={press}
      className={`flex flex-col gap-3 border-line border-t py-4 first:border-t-0 first:pt-1 last:pb-1 ${error ? "-mx-3 rounded-control bg-danger-soft px-3" : ""}`}
    >
      <div className="grid grid-cols-[1fr_18rem] items-start gap-6">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h3 className="font-semibold">{purpose.name[language]}</h3>
            {isBenefit && <Badge tone="accent">{text.benefitBasis}</Badge>}
            {standing && <Badge>{fillText(text.now, { status: standing })}</Badge>}
          </div>
          <p lang={spoken} className="mt-1 flex gap-2.5 text-lg leading-relaxed">
            <MessageCircleQuestion
              aria-hidden="true"
              className="mt-1 size-5 shrink-0 text-accent"
            />
            <span>
              {isBenefit
                ? `${customer.benefit} ${customer.benefitQuestion}`
                : purpose.question[spoken]}
            </span>
          </p>
          {!isBenefit && (
            <p lang={spoken} className="mt-1 pl-7.5 text-muted text-sm">
              {purpose.consequence[spoken]}
            </p>
          )}
        </div>
        <Choice
          label={fillText(text.answer, { purpose: purpose.name[language] })}
          labelHidden
          value={reply.reply}
          onChange={answer}
          options={[
            { value: "yes", label: text.yes },
            { value: "no", label: text.no },
          ]}
        />
      </div>
      {asksChannels && (
        <TickGroup
          label={text.channels}
          value={reply.channels}
          onChange={(chosen) => onReply({ ...reply, channels: chosen })}
          options={channels.map(({ id, name }) => ({ value: id, label: name[language] }))}
          firstDigit={firstChannelDigit}
        />
      )}
      {error && (
        <p className={fieldError}>
          <CircleAlert aria-hidden="true" className="mt-1 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

function focusTick(root: HTMLElement | null): void {
  root?.querySelector<HTMLElement>('input[type="checkbox"]')?.focus();
}
