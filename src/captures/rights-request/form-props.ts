import type { IssueCode } from "../../contract/failure.ts";
import type { CaptureFormProps } from "../capture-form.ts";

/** What each form of this kind gets of its page. */
export type RightsFormProps = Pick<
  CaptureFormProps,
  | "reference"
  | "staff"
  | "language"
  | "draft"
  | "onDraft"
  | "onSubmit"
  | "onClose"
  | "describeFailure"
  | "now"
>;

/** What is wrong with one field of a form; `field` is the form's own name for it. */
export type FieldIssue = { field: string; code: IssueCode; limit?: number };
