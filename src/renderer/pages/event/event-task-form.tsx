import { lazy, Suspense, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Submitted } from "../../../captures/capture-form.ts";
import type { EventFormProps } from "../../../captures/event-photo-opt-out/event-form.ts";
import type { SignedIn } from "../../../contract/ipc.ts";
import type { Reference } from "../../../contract/reference.ts";
import { Progress } from "../../../ui/progress.tsx";
import type { EventTask } from "./event-task.ts";
import { TakeDownList } from "./take-down-list.tsx";
import type { KnownEvent } from "./use-event.ts";
import { useEventSubmit } from "./use-event-submit.ts";

const OptOutForm = lazy(() =>
  import("../../../captures/event-photo-opt-out/opt-out-form.tsx").then((form) => ({
    default: form.OptOutForm,
  })),
);
const PhotoConsentForm = lazy(() =>
  import("../../../captures/event-photo-opt-out/photo-consent-form.tsx").then((form) => ({
    default: form.PhotoConsentForm,
  })),
);
const PhotoWithdrawalForm = lazy(() =>
  import("../../../captures/event-photo-opt-out/photo-withdrawal-form.tsx").then((form) => ({
    default: form.PhotoWithdrawalForm,
  })),
);
const HandOverForm = lazy(() =>
  import("../../../captures/event-photo-opt-out/hand-over-form.tsx").then((form) => ({
    default: form.HandOverForm,
  })),
);
const TakeDownForm = lazy(() =>
  import("../../../captures/event-photo-opt-out/take-down-form.tsx").then((form) => ({
    default: form.TakeDownForm,
  })),
);
const CloseOutForm = lazy(() =>
  import("../../../captures/event-photo-opt-out/close-out-form.tsx").then((form) => ({
    default: form.CloseOutForm,
  })),
);

/** `isPictureNext`: a picture that belongs to it is to be taken now. */
export type TaskSaved = Submitted & { isPictureNext?: boolean };

type EventTaskFormProps = {
  task: EventTask;
  known: KnownEvent;
  reference: Reference;
  staff: SignedIn;
  nameStaff: (staff: string) => string;
  onSaved: (saved: TaskSaved) => void;
  onClose: () => void;
};

/** A form of an event with all that it needs: the form itself knows no main. */
export function EventTaskForm(props: EventTaskFormProps) {
  const { t } = useTranslation();
  return (
    <Suspense
      fallback={
        <div className="p-8">
          <Progress label={t("app.loading")} />
        </div>
      }
    >
      <TaskForm {...props} />
    </Suspense>
  );
}

function TaskForm({ task, known, reference, staff, ...props }: EventTaskFormProps) {
  const submit = useEventSubmit();
  const form: EventFormProps = {
    ...submit,
    event: known.plan,
    reference,
    staff,
    onSaved: props.onSaved,
    onClose: props.onClose,
  };
  // The board goes on changing while a form is open: what was handed over is what was shown first.
  const board = useRef(known.board).current;
  switch (task.task) {
    case "opt-out":
      return <OptOutForm {...form} entry={task.entry} />;
    case "consent":
      return <PhotoConsentForm {...form} />;
    case "withdrawal":
      return <PhotoWithdrawalForm {...form} consents={known.state.consents} />;
    case "hand-over":
      return <HandOverForm {...form} board={board} />;
    case "take-down":
      return <TakeDownForm {...form} requests={<TakeDownList known={known} />} />;
    case "close-out":
      return (
        <CloseOutForm
          {...form}
          board={known.board}
          state={known.state}
          nameStaff={props.nameStaff}
        />
      );
  }
}
