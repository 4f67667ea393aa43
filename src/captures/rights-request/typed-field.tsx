import type { ReactNode } from "react";
import { TextArea } from "../../ui/text-area.tsx";
import { TextField } from "../../ui/text-field.tsx";

/** What a section needs of its form. */
export type FieldTools<Values> = {
  values: Values;
  set: (changed: Partial<Values>) => void;
  errorOf: (field: string) => string | null;
};

type TypedFieldProps<Values> = {
  tools: FieldTools<Values>;
  field: keyof Values & string;
  label: string;
  description?: ReactNode;
  inputMode?: "text" | "tel" | "email" | "numeric";
  autoFocus?: boolean;
  /** More than one line of text. */
  rows?: number;
};

/** A text of a form, found by its field's name. */
export function TypedField<Values>(props: TypedFieldProps<Values>) {
  const { tools, field, rows, inputMode = "text", ...rest } = props;
  const common = {
    ...rest,
    value: String(tools.values[field] ?? ""),
    // The field's own type is text: a form names no other here.
    onChange: (typed: string) => tools.set({ [field]: typed } as Partial<Values>),
    error: tools.errorOf(field),
  };
  return (
    <div data-field={field}>
      {rows === undefined ? (
        <TextField {...common} inputMode={inputMode} />
      ) : (
        <TextArea {...common} rows={rows} />
      )}
    </div>
  );
}
