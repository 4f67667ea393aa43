import { useState } from "react";
import { Banner } from "../../ui/banner.tsx";
import { FormFrame } from "../../ui/form-frame.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { NumberStepper } from "../../ui/number-stepper.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { formatDay } from "../../ui/thai-date.tsx";
import { readShopDay } from "../shop-day.ts";
import type { EventFormProps } from "./event-form.ts";
import { limits } from "./payload.ts";
import { formPlan, listDays, type StartValues } from "./start-values.ts";
import { eventPhotoText } from "./text.ts";
import { useEventCapture } from "./use-event-capture.tsx";

type StartFormProps = Omit<EventFormProps, "event"> & {
  /** The new event's: a UUID. */
  id: string;
  /** The photo notice that hangs there. */
  notice: string | null;
};

const mostDays = 31;
/** How far ahead an event may be started here: what lies further off is for head office to plan. */
const daysAhead = 30;

/** A manager starts an event that head office has not planned, or whose plan has not come through. */
export function StartForm({ id, notice, ...props }: StartFormProps) {
  const { language } = props;
  const words = eventPhotoText[language];
  const text = words.start;
  const [values, setValues] = useState<StartValues>(() => ({
    name: "",
    place: "",
    firstDay: readShopDay(props.now()),
    dayCount: 1,
    zones: "",
    photographers: "",
  }));
  const [days] = useState(() => listDays(readShopDay(props.now()), daysAhead));
  const [attempt, setAttempt] = useState(0);
  const plan = formPlan(id, notice ?? "", values);
  const form = useEventCapture(props);

  function set(changed: Partial<StartValues>): void {
    setValues((before) => ({ ...before, ...changed }));
    form.touch();
  }
  const fields = ["name", "place"] as const;
  const told = attempt > 0 ? fields.filter((field) => values[field].trim() === "") : [];
  const errorOf = (field: (typeof fields)[number]) =>
    told.includes(field) ? words.issues.required : form.errorOf("plan", field);

  async function save(): Promise<void> {
    setAttempt((before) => before + 1);
    if (fields.some((field) => values[field].trim() === "")) return;
    const saved = await form.save({ payload: { act: "start-event", plan } });
    if (saved) props.onSaved(saved);
  }

  return (
    <FormFrame
      title={text.title}
      subtitle={text.intro}
      saveLabel={text.save}
      closeLabel={words.frame.close}
      isSaving={form.isSaving}
      onSave={() => void save()}
      onClose={props.onClose}
      failure={form.failure}
      faults={form.listFaults(told, attempt, text)}
    >
      {notice === null && <Banner tone="danger">{words.consent.missing}</Banner>}
      <FormSection title={text.what}>
        <div className="grid grid-cols-2 items-start gap-4">
          {fields.map((field) => (
            <div key={field} data-field={field}>
              <TextField
                label={text[field]}
                value={values[field]}
                onChange={(typed) => set({ [field]: typed })}
                maxLength={limits.name}
                size="large"
                autoFocus={field === "name"}
                error={errorOf(field)}
              />
            </div>
          ))}
          <SelectField
            label={text.firstDay}
            size="large"
            value={values.firstDay}
            onChange={(firstDay) => set({ firstDay })}
            options={days.map((day) => ({ value: day, label: formatDay(day, language) }))}
          />
          <NumberStepper
            label={text.dayCount}
            value={values.dayCount}
            onChange={(dayCount) => set({ dayCount })}
            min={1}
            max={mostDays}
            lessLabel={text.fewerDays}
            moreLabel={text.moreDays}
          />
        </div>
      </FormSection>
      <FormSection title={text.who}>
        <div className="grid grid-cols-2 items-start gap-4">
          <TextArea
            label={text.zones}
            description={text.onePerLine}
            rows={4}
            value={values.zones}
            onChange={(zones) => set({ zones })}
            error={form.errorOf("plan", "zones")}
          />
          <TextArea
            label={text.photographers}
            description={text.onePerLine}
            rows={4}
            value={values.photographers}
            onChange={(photographers) => set({ photographers })}
            error={form.errorOf("plan", "photographers")}
          />
        </div>
      </FormSection>
    </FormFrame>
  );
}
