import type { CaptureFormProps } from "../capture-form.ts";
import { AskForm } from "./ask-form.tsx";
import { CorrectForm } from "./correct-form.tsx";
import { VoidForm } from "./void-form.tsx";
import { WithdrawForm } from "./withdraw-form.tsx";

/** The form of a marketing consent, for whichever task the desk opens it. */
export function MarketingConsentForm(props: CaptureFormProps) {
  switch (props.task.task) {
    case "ask":
      return <AskForm {...props} />;
    case "withdraw":
      return <WithdrawForm {...props} />;
    case "correct":
      return <CorrectForm {...props} />;
    case "void":
      return <VoidForm {...props} />;
  }
}
