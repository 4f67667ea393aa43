import { CircleAlert } from "lucide-react";
import { FieldError } from "react-aria-components/FieldError";
import { fieldError } from "./field-frame.ts";

/** What is wrong with the field around it, read out with the field; nothing while nothing is. */
export function FieldMessage({ error }: { error: string | null | undefined }) {
  return (
    <FieldError className={fieldError}>
      <CircleAlert aria-hidden="true" className="mt-1 size-4 shrink-0" />
      <span>{error}</span>
    </FieldError>
  );
}
