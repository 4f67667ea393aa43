import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { fieldDescription, fieldError } from "./field-frame.ts";

type FieldSetProps = {
  legend: string;
  description?: ReactNode;
  error?: string | null | undefined;
  /** Disables every control inside, as while a form is being saved. */
  isDisabled?: boolean;
  children: ReactNode;
};

/** Fields that belong together, under one name. */
export function FieldSet({
  legend,
  description,
  error,
  isDisabled = false,
  children,
}: FieldSetProps) {
  const id = useId();
  const described = [description ? `${id}-description` : "", error ? `${id}-error` : ""]
    .filter(Boolean)
    .join(" ");
  return (
    <fieldset
      disabled={isDisabled}
      {...(described ? { "aria-describedby": described } : {})}
      className="flex min-w-0 flex-col gap-4"
    >
      <legend className="mb-1 font-semibold text-lg">{legend}</legend>
      {description && (
        <p id={`${id}-description`} className={fieldDescription}>
          {description}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className={fieldError}>
          <CircleAlert aria-hidden="true" className="mt-1 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      )}
      {children}
    </fieldset>
  );
}
