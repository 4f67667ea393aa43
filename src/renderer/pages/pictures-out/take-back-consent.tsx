import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Submitted } from "../../../captures/capture-form.ts";
import type { EventPlan } from "../../../contract/event.ts";
import type { SignedIn } from "../../../contract/ipc.ts";
import type { Reference } from "../../../contract/reference.ts";
import { Button } from "../../../ui/button.tsx";
import { Progress } from "../../../ui/progress.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { useLanguage } from "../../i18n.ts";
import { useEventEscape } from "../event/use-event-escape.ts";
import { useEventSubmit } from "../event/use-event-submit.ts";
import { namePlan } from "./name-plan.ts";

const PhotoWithdrawalForm = lazy(() =>
  import("../../../captures/event-photo-opt-out/photo-withdrawal-form.tsx").then((form) => ({
    default: form.PhotoWithdrawalForm,
  })),
);

type TakeBackConsentProps = {
  plans: readonly EventPlan[];
  reference: Reference;
  staff: SignedIn;
  onSaved: (saved: Submitted) => void;
  onClose: () => void;
};

const unchosen = "";

/** A photo consent taken back at a counter: by its receipt or a name, of the event that it was given at. */
export function TakeBackConsent(props: TakeBackConsentProps) {
  const { plans, reference, staff, onSaved, onClose } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const submit = useEventSubmit();
  // A withdrawal counts at its event alone, so none is chosen beforehand unless there is only one.
  const [only, second] = plans;
  const [chosen, setChosen] = useState<string>(only && !second ? only.id : unchosen);
  const plan = plans.find(({ id }) => id === chosen) ?? null;
  useEventEscape(onClose, true);
  const choice = (
    <div className="max-w-xl">
      <SelectField
        label={t("picturesOut.given")}
        size="large"
        value={chosen}
        onChange={setChosen}
        options={[
          ...(plan ? [] : [{ value: unchosen, label: t("picturesOut.choose") }]),
          ...plans.map((one) => ({ value: one.id, label: namePlan(one, language) })),
        ]}
      />
    </div>
  );
  if (plan === null) {
    return (
      <div className="mx-auto flex max-w-4xl flex-col gap-4 px-6 py-4">
        <div className="flex items-start gap-4">
          <h1 className="flex-1 font-bold text-2xl">{t("picturesOut.takeBack")}</h1>
          <Button size="large" hint="Esc" onPress={onClose}>
            {t("picturesOut.back")}
          </Button>
        </div>
        {plans.length === 0 ? <p className="text-lg">{t("picturesOut.noEvents")}</p> : choice}
      </div>
    );
  }
  return (
    <Suspense fallback={<Progress label={t("app.loading")} />}>
      <PhotoWithdrawalForm
        {...submit}
        event={plan}
        consents={null}
        reference={reference}
        staff={staff}
        onSaved={onSaved}
        onClose={onClose}
        first={choice}
      />
    </Suspense>
  );
}
