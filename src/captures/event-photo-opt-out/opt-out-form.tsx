import { CameraOff, EyeOff, ImageOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ChoiceTiles } from "../../ui/choice-tiles.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { TileButton } from "../../ui/tile-button.tsx";
import { fillText } from "../fill-text.ts";
import type { BoardEntry } from "./board-fold.ts";
import { ContactDialog, type GivenContact } from "./contact-dialog.tsx";
import type { EventFormProps } from "./event-form.ts";
import { ClothingFields, PeopleFields, TagField, ZoneField } from "./marks-fields.tsx";
import {
  formCorrection,
  formOptOut,
  noOptOut,
  type OptOutValues,
  readOptOut,
  readSaidBy,
} from "./opt-out-values.ts";
import { framing, limits, type Wish, wish } from "./payload.ts";
import { eventPhotoText } from "./text.ts";
import { useEventCapture } from "./use-event-capture.tsx";

const icons: Readonly<Record<Wish, ReactNode>> = {
  "no-photo": <CameraOff aria-hidden="true" className="size-9 shrink-0" />,
  "no-publication": <EyeOff aria-hidden="true" className="size-9 shrink-0" />,
  "take-down": <ImageOff aria-hidden="true" className="size-9 shrink-0" />,
};

const minutesAgo = [0, 15, 30, 60, 120] as const;

type OptOutFormProps = EventFormProps & {
  /** What is put right; null: somebody new. */
  entry: BoardEntry | null;
};

/**
 * "No photo, please" on one screen that does not scroll: a mark or two, then what they want, which saves.
 * Everything else may be left as it is.
 */
export function OptOutForm(props: OptOutFormProps) {
  const { event, entry, language } = props;
  const words = eventPhotoText[language];
  const text = words.optOut;
  const form = useEventCapture(props);
  const [values, setValues] = useState<OptOutValues>(entry ? readOptOut(entry) : noOptOut);
  const [given, setGiven] = useState<GivenContact | null>(null);
  const [asksContact, setAsksContact] = useState(false);
  const [lacksSaidBy, setLacksSaidBy] = useState(false);
  const [chosen, setChosen] = useState<Wish | null>(null);

  function change(changed: Partial<OptOutValues>): void {
    setValues((before) => ({ ...before, ...changed }));
    setLacksSaidBy(false);
    form.touch();
  }

  async function save(wanted: Wish): Promise<void> {
    setChosen(wanted);
    if (readSaidBy(values) === null) return setLacksSaidBy(true);
    const saved = await form.save(
      entry
        ? {
            payload: formCorrection(event.id, wanted, values, entry, props.now()),
            amends: entry.optOut,
          }
        : {
            payload: formOptOut(event.id, wanted, values, given?.contact ?? null, props.now()),
            notice: given?.notice ?? null,
          },
    );
    if (saved) props.onSaved(saved);
  }

  const fields = { language, values, onChange: change, errorOf: form.errorOf };
  const problem = lacksSaidBy
    ? text.guardianEnough
    : form.errorOf("marks") === words.issues.required
      ? text.recogniseFirst
      : null;
  return (
    <div className="flex min-h-full flex-col gap-1.5 px-4 py-1.5">
      <div className="flex items-start gap-x-3">
        <h1 className="self-center font-bold text-xl leading-tight">
          {entry ? fillText(text.fixTitle, { number: entry.receiptNumber }) : text.title}
        </h1>
        <ChoiceTiles
          label={text.framing}
          labelPlace="hidden"
          value={values.framing}
          onChange={(chosenFraming) => change({ framing: chosenFraming })}
          options={framing.options.toReversed().map((value) => ({
            value,
            label: words.framing[value],
          }))}
        />
        {values.children > 0 && (
          <ChoiceTiles
            label={text.saidBy}
            labelPlace="hidden"
            value={values.saidBy}
            onChange={(saidBy) => change({ saidBy })}
            options={[
              { value: "guardian", label: text.guardian },
              { value: "person", label: text.person },
            ]}
          />
        )}
        <span className="ml-auto">
          <Button size="large" onPress={props.onClose}>
            {words.frame.close}
          </Button>
        </span>
      </div>
      <div className="grid grid-cols-[minmax(11rem,1.3fr)_auto_auto_minmax(8rem,1fr)_minmax(11rem,1fr)] items-start gap-x-4">
        <TagField {...fields} autoFocus />
        <PeopleFields {...fields} />
        <SelectField
          label={text.when}
          size="large"
          value={String(values.minutesAgo)}
          onChange={(minutes) => change({ minutesAgo: Number(minutes) })}
          options={minutesAgo.map((minutes) => ({
            value: String(minutes),
            label:
              minutes === 0
                ? entry
                  ? text.asNoted
                  : text.now
                : fillText(text.minutesAgo, { count: minutes }),
          }))}
        />
        {entry ? (
          <TextField
            label={text.reason}
            value={values.reason}
            onChange={(reason) => change({ reason })}
            maxLength={limits.reason}
            placeholder={words.frame.optional}
            size="large"
            error={form.errorOf("reason")}
          />
        ) : (
          <div className="pt-[1.9rem]">
            <TileButton
              title={given ? fillText(text.contactSet, { contact: given.typed }) : text.contact}
              onPress={() => setAsksContact(true)}
            />
          </div>
        )}
      </div>
      <ZoneField {...fields} event={event} />
      <ClothingFields {...fields} />
      {form.failure && <Banner tone="danger">{form.failure}</Banner>}
      <section aria-labelledby="what-they-want" className="mt-auto flex flex-col gap-1">
        <div className="flex flex-wrap items-baseline gap-x-5">
          <h2 id="what-they-want" className="font-bold text-lg">
            {text.saves}
          </h2>
          {problem ? (
            <p role="alert" className="font-bold text-danger">
              {problem}
            </p>
          ) : (
            <p className="text-muted text-sm">{text.stayOut}</p>
          )}
        </div>
        <div className="grid grid-cols-3 gap-3">
          {wish.options.map((one) => (
            <TileButton
              key={one}
              size="large"
              tone={one === "no-photo" ? "danger" : "strong"}
              icon={icons[one]}
              title={words.wish[one]}
              help={words.wishHelp[one]}
              isPending={form.isSaving && chosen === one}
              onPress={() => void save(one)}
            />
          ))}
        </div>
      </section>
      {asksContact && (
        <ContactDialog
          form={props}
          given={given}
          onGiven={setGiven}
          onClose={() => setAsksContact(false)}
        />
      )}
    </div>
  );
}
