import type { ReactNode, Ref } from "react";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextArea as AriaTextArea } from "react-aria-components/TextArea";
import { TextField, type TextFieldProps } from "react-aria-components/TextField";
import { fieldDescription, fieldInput, fieldLabel } from "./field-frame.ts";
import { FieldMessage } from "./field-message.tsx";

type TextAreaProps = Omit<
  TextFieldProps,
  "children" | "className" | "style" | "isInvalid" | "validate"
> & {
  label: string;
  description?: ReactNode;
  /** What is wrong, in words; empty or null while nothing is. */
  error?: string | null | undefined;
  rows?: number;
  inputRef?: Ref<HTMLTextAreaElement>;
};

/** Several lines of text with their label. */
export function TextArea({
  label,
  description,
  error,
  rows = 3,
  inputRef,
  ...rest
}: TextAreaProps) {
  return (
    <TextField
      autoComplete="off"
      spellCheck="false"
      validationBehavior="aria"
      {...rest}
      isInvalid={Boolean(error)}
      className="flex flex-col gap-1.5"
    >
      <Label className={fieldLabel}>{label}</Label>
      <AriaTextArea
        {...(inputRef ? { ref: inputRef } : {})}
        rows={rows}
        className={`${fieldInput} resize-y py-2.5`}
      />
      {description && (
        <Text slot="description" className={fieldDescription}>
          {description}
        </Text>
      )}
      <FieldMessage error={error} />
    </TextField>
  );
}
