import type { CaptureKind, NoticeShown } from "../contract/envelope.ts";
import type { Failure, Result } from "../contract/failure.ts";
import type { CaptureId, Language, SubjectId } from "../contract/ids.ts";
import type { PersonRecord, ProcedureOutput, SignedIn } from "../contract/ipc.ts";
import type { Reference } from "../contract/reference.ts";

/** What the desk opens a form for: to ask, to take back, to put details right, or to take a capture out. */
export type FormTask =
  | { task: "ask" }
  | { task: "withdraw" }
  | { task: "correct" }
  | { task: "void"; capture: CaptureId };

/** What a form hands over. The page adds the request's id. */
export type FormSubmission = {
  kind: CaptureKind;
  payload: unknown;
  amends: CaptureId | null;
  notice: NoticeShown | null;
};

export type Submitted = ProcedureOutput<"capture.submit">;

/** All that a form may know. It never calls main by itself: that is the page's business. */
export type CaptureFormProps = {
  task: FormTask;
  reference: Reference;
  staff: SignedIn;
  /** The language of the screen; the customer's own is asked in the form. */
  language: Language;
  /** The person the form is about, with all that is known of them on this PC; null: not known yet. */
  person: PersonRecord | null;
  /** What was typed into the search box, to be carried over instead of typed again. */
  searched: string;
  /** What was kept of this very form when it was left before; null: begin anew. */
  draft: string | null;
  onDraft(body: string): void;
  onSubmit(submission: FormSubmission): Promise<Result<Submitted>>;
  /** Stores "no, thank you" instead, where the task is to ask; null: it is stored. */
  onNoThanks(): Promise<Failure | null>;
  onClose(): void;
  /** The screen's words for a failure that is not about one field. */
  describeFailure(failure: Failure): string;
  now(): Date;
  makeSubjectId(): SubjectId;
  /** SHA-256 as lower-case hexadecimal. */
  hash(text: string): Promise<string>;
};
