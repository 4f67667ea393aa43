import type { Language } from "../../contract/ids.ts";
import type { Reference } from "../../contract/reference.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { fillText } from "../fill-text.ts";
import { addDays } from "./due-date.ts";
import type { RequestValues } from "./form-values.ts";
import { countFootageDays } from "./request-payload.ts";
import type { RightsRequestText } from "./text.ts";
import { type FieldTools, TypedField } from "./typed-field.tsx";

const eraOffset = 543;

/** A day as it is typed, day first, in the era that people of this language write. */
function writeDay(iso: string, language: Language): string {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return `${day}/${month}/${language === "th" ? year + eraOffset : year}`;
}

type FootageSectionProps = {
  tools: FieldTools<RequestValues>;
  words: RightsRequestText;
  language: Language;
  /** The shop's day, ISO. */
  today: string;
  reference: Reference;
};

/** Which footage, and how long it is still there: it is asked to be held at once. */
export function FootageSection(props: FootageSectionProps) {
  const { tools, words, language, today, reference } = props;
  const text = words.footage;
  const days = countFootageDays(tools.values.day, today, reference);
  const choose = (day: string) => tools.set({ day: writeDay(day, language) });
  return (
    <FormSection title={text.heading}>
      <div className="grid grid-cols-2 items-start gap-4">
        <TypedField tools={tools} field="place" label={text.place} description={text.placeHint} />
        <div className="flex flex-col gap-2">
          <TypedField
            tools={tools}
            field="day"
            label={text.day}
            description={fillText(text.dayHint, { example: writeDay(today, language) })}
          />
          <div className="flex gap-2">
            <Button onPress={() => choose(today)}>{text.today}</Button>
            <Button onPress={() => choose(addDays(today, -1))}>{text.yesterday}</Button>
          </div>
        </div>
        <TypedField tools={tools} field="from" label={text.from} inputMode="numeric" />
        <TypedField tools={tools} field="to" label={text.to} inputMode="numeric" />
      </div>
      {days && <DaysLeft {...days} text={text} />}
    </FormSection>
  );
}

function DaysLeft({
  left,
  all,
  text,
}: {
  left: number;
  all: number;
  text: RightsRequestText["footage"];
}) {
  if (left > all) return <Banner tone="danger">{text.future}</Banner>;
  if (left < 0) return <Banner tone="warning">{fillText(text.gone, { all })}</Banner>;
  return (
    <Banner
      tone="warning"
      title={
        left === 0 ? fillText(text.lastDay, { all }) : fillText(text.left, { count: left, all })
      }
    >
      {text.hold}
    </Banner>
  );
}
