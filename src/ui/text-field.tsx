import type { ReactNode, Ref } from "react";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from "react-aria-components/TextField";
import { fieldDescription, fieldInput, fieldLabel } from "./field-frame.ts";
import { FieldMessage } from "./field-message.tsx";

type TextFieldProps = Omit<
  AriaTextFieldProps,
  "children" | "className" | "style" | "isInvalid" | "validate"
> & {
  label: string;
  description?: ReactNode;
  /** What is wrong, in words; empty or null while nothing is. */
  error?: string | null | undefined;
  placeholder?: string;
  inputRef?: Ref<HTMLInputElement>;
  /** Stands inside the field's left end; decoration only. */
  icon?: ReactNode;
  size?: "medium" | "large";
};

/** A line of text with its label. What is typed stays when it is refused; the error stands beneath it. */
export function TextField({
  label,
  description,
  error,
  placeholder,
  inputRef,
  icon,
  size = "medium",
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      autoComplete="off"
      spellCheck="false"
      validationBehavior="aria"
      {...rest}
      isInvalid={Boolean(error)}
      className="flex flex-col gap-1.5"
    >
      <Label className={fieldLabel}>{label}</Label>
      <div className="relative">
        {icon && (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute inset-y-0 left-3.5 flex items-center text-muted"
          >
            {icon}
          </span>
        )}
        <Input
          {...(inputRef ? { ref: inputRef } : {})}
          {...(placeholder ? { placeholder } : {})}
          className={`${fieldInput} ${size === "large" ? "h-14 text-lg" : "h-11.5"} ${icon ? "pl-11" : ""}`}
        />
      </div>
      {description && (
        <Text slot="description" className={fieldDescription}>
          {description}
        </Text>
      )}
      <FieldMessage error={error} />
    </AriaTextField>
  );
}
