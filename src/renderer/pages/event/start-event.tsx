import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { uuidv7 } from "uuidv7";
import type { EventId } from "../../../contract/ids.ts";
import type { SignedIn } from "../../../contract/ipc.ts";
import { Progress } from "../../../ui/progress.tsx";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { findEventNotice } from "./event-notice.ts";
import { useEventEscape } from "./use-event-escape.ts";
import { useEventSubmit } from "./use-event-submit.ts";

const StartForm = lazy(() =>
  import("../../../captures/event-photo-opt-out/start-form.tsx").then((form) => ({
    default: form.StartForm,
  })),
);

type StartEventProps = {
  staff: SignedIn;
  onStarted: (event: EventId) => void;
  onClose: () => void;
};

/** An event that a manager starts with no line. */
export function StartEvent({ staff, onStarted, onClose }: StartEventProps) {
  const { t } = useTranslation();
  const reference = useProcedure("reference.read", undefined);
  const submit = useEventSubmit();
  const [id] = useState(uuidv7);
  useEventEscape(onClose, true);
  const loading = (
    <div className="p-8">
      <Progress label={t("app.loading")} />
    </div>
  );
  if (reference.state !== "ready") return loading;
  return (
    <Suspense fallback={loading}>
      <StartForm
        {...submit}
        id={id}
        notice={findEventNotice(reference.value)}
        reference={reference.value}
        staff={staff}
        onSaved={() => onStarted(id)}
        onClose={onClose}
      />
    </Suspense>
  );
}
