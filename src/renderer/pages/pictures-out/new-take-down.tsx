import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Submitted } from "../../../captures/capture-form.ts";
import type { EventPlan } from "../../../contract/event.ts";
import type { EventId } from "../../../contract/ids.ts";
import type { SignedIn } from "../../../contract/ipc.ts";
import type { Reference } from "../../../contract/reference.ts";
import { FormSection } from "../../../ui/form-section.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { useLanguage } from "../../i18n.ts";
import { findEventNotice } from "../event/event-notice.ts";
import { useEventSubmit } from "../event/use-event-submit.ts";
import { namePlan } from "./name-plan.ts";

const TakeDownForm = lazy(() =>
  import("../../../captures/event-photo-opt-out/take-down-form.tsx").then((form) => ({
    default: form.TakeDownForm,
  })),
);

type NewTakeDownProps = {
  plans: readonly EventPlan[];
  reference: Reference;
  staff: SignedIn;
  onSaved: (saved: Submitted & { event: EventId | null; isPictureNext: boolean }) => void;
  onClose: () => void;
};

const unknown = "";

/** A picture that is out, of an event that the person names or does not know. */
export function NewTakeDown({ plans, reference, staff, onSaved, onClose }: NewTakeDownProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const submit = useEventSubmit();
  const [chosen, setChosen] = useState<string>(unknown);
  const plan = plans.find(({ id }) => id === chosen) ?? null;
  const event = {
    id: plan?.id ?? null,
    notice: plan?.notice ?? findEventNotice(reference) ?? "",
  };
  return (
    <Suspense fallback={<Progress label={t("app.loading")} />}>
      <TakeDownForm
        {...submit}
        event={event}
        reference={reference}
        staff={staff}
        onSaved={(saved) => onSaved({ ...saved, event: event.id })}
        onClose={onClose}
        first={
          <FormSection title={t("picturesOut.which")}>
            <div className="max-w-xl">
              <SelectField
                label={t("picturesOut.event")}
                size="large"
                value={chosen}
                onChange={setChosen}
                options={[
                  { value: unknown, label: t("picturesOut.unknown") },
                  ...plans.map((one) => ({ value: one.id, label: namePlan(one, language) })),
                ]}
              />
            </div>
          </FormSection>
        }
      />
    </Suspense>
  );
}
