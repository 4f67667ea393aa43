import { useState } from "react";
import { TextField } from "../../../ui/text-field.tsx";

type NumberFieldProps = {
  label: string;
  description?: string;
  /** NaN: what was typed is no whole number. */
  value: number;
  onChange: (value: number) => void;
};

/** A whole number. What was typed stays as it was typed. */
export function NumberField({ label, description, value, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState(Number.isNaN(value) ? "" : String(value));
  return (
    <TextField
      label={label}
      {...(description ? { description } : {})}
      inputMode="numeric"
      maxLength={5}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        onChange(/^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN);
      }}
    />
  );
}
