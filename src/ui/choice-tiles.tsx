import type { ReactNode } from "react";
import { Label } from "react-aria-components/Label";
import { RadioButton, RadioField, RadioGroup } from "react-aria-components/RadioGroup";
import { fieldLabel } from "./field-frame.ts";
import { FieldMessage } from "./field-message.tsx";

type ChoiceTilesProps<Value extends string> = {
  label: string;
  /** Above the tiles unless it stands beside them, where every row of pixels counts, or is only read aloud. */
  labelPlace?: "above" | "beside" | "hidden";
  error?: string | null | undefined;
  /** Null: nothing is chosen yet, and nothing looks chosen. */
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string; icon?: ReactNode }[];
};

/** One of a few, to be touched at arm's length: the chosen one turns dark as a whole. */
export function ChoiceTiles<Value extends string>(props: ChoiceTilesProps<Value>) {
  const { label, error, value, onChange, options, labelPlace = "above" } = props;
  return (
    <RadioGroup
      value={value}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option) onChange(option.value);
      }}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      orientation="horizontal"
      className="flex min-w-0 flex-col gap-1"
    >
      <div
        className={`flex gap-x-3 gap-y-1 ${labelPlace === "beside" ? "items-center" : "flex-col"}`}
      >
        <Label
          className={
            labelPlace === "hidden"
              ? "sr-only"
              : `${fieldLabel} ${labelPlace === "beside" ? "w-22 shrink-0 leading-tight" : ""}`
          }
        >
          {label}
        </Label>
        <div className="flex min-w-0 flex-1 flex-wrap gap-2">
          {options.map((option) => (
            <RadioField key={option.value} value={option.value} className="min-w-24 flex-1">
              <RadioButton className="flex h-full min-h-14 w-full cursor-pointer items-center justify-center gap-2 rounded-control border-2 border-line-strong bg-card px-3 py-1.5 text-center font-semibold leading-tight data-hovered:bg-sunken data-selected:border-deep data-selected:bg-deep data-invalid:border-danger data-selected:text-on-deep">
                {option.icon}
                <span>{option.label}</span>
              </RadioButton>
            </RadioField>
          ))}
        </div>
      </div>
      <FieldMessage error={error} />
    </RadioGroup>
  );
}
