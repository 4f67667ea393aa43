import type { EventPlan } from "../../contract/event.ts";
import type { Result } from "../../contract/failure.ts";
import type { CaptureFormProps, FormSubmission, Submitted } from "../capture-form.ts";
import type { Payload } from "./payload.ts";

/** All that a form of an event may know. It never calls main by itself: that is the page's business. */
export type EventFormProps = AnyEventFormProps & { event: EventPlan };

/** The same for a form that does without an event, since nobody may know of which one a picture is. */
export type AnyEventFormProps = Pick<
  CaptureFormProps,
  "reference" | "staff" | "language" | "describeFailure" | "now" | "hash" | "onClose"
> & {
  /** Stores one capture; called again after a refusal. */
  onSubmit: (
    submission: Omit<FormSubmission, "kind" | "payload"> & { payload: Payload },
  ) => Promise<Result<Submitted>>;
  /** Called once all that the form stores is stored; `saved` is what has a receipt to show. */
  onSaved: (saved: Submitted) => void;
};
