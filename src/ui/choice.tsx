import type { ReactNode } from "react";
import { Label } from "react-aria-components/Label";
import { RadioButton, RadioField, RadioGroup } from "react-aria-components/RadioGroup";
import { Text } from "react-aria-components/Text";
import { readDigit } from "./digit-key.ts";
import { fieldDescription, fieldLabel } from "./field-frame.ts";
import { FieldMessage } from "./field-message.tsx";
import { KeyCap } from "./key-cap.tsx";

export type ChoiceOption<Value extends string> = {
  value: Value;
  label: string;
  description?: string;
  icon?: ReactNode;
};

type ChoiceProps<Value extends string> = {
  label: string;
  /** Keeps the label for screen readers only, where the page already shows the question. */
  labelHidden?: boolean;
  description?: ReactNode;
  error?: string | null | undefined;
  /** Null: nothing is chosen yet, and nothing looks chosen. */
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly ChoiceOption<Value>[];
  /** Beside each other (default), beneath, or in two columns. */
  layout?: "row" | "column" | "columns";
  isDisabled?: boolean;
  isRequired?: boolean;
  autoFocus?: boolean;
  name?: string;
};

const layouts = {
  row: "flex flex-wrap gap-2",
  column: "flex flex-col gap-2",
  columns: "grid grid-cols-2 gap-2",
} as const;

/** One of a few. While focus is in it, the keys 1, 2, 3 … choose by position, whatever the keyboard layout. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, description, error, value, onChange, options, layout = "row" } = props;

  function chooseByDigit(code: string): boolean {
    const digit = readDigit(code);
    const option = digit === null ? undefined : options[digit - 1];
    if (!option || props.isDisabled) return false;
    onChange(option.value);
    return true;
  }

  return (
    <RadioGroup
      value={value}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option) onChange(option.value);
      }}
      isInvalid={Boolean(error)}
      isDisabled={props.isDisabled ?? false}
      isRequired={props.isRequired ?? false}
      validationBehavior="aria"
      orientation={layout === "row" ? "horizontal" : "vertical"}
      {...(props.name ? { name: props.name } : {})}
      className="flex flex-col gap-2"
    >
      <Label className={props.labelHidden ? "sr-only" : fieldLabel}>{label}</Label>
      {description && (
        <Text slot="description" className={fieldDescription}>
          {description}
        </Text>
      )}
      <div className={layouts[layout]}>
        {options.map((option, index) => (
          <RadioField
            key={option.value}
            value={option.value}
            autoFocus={Boolean(props.autoFocus) && index === 0}
            onKeyDown={(event) => {
              if (event.ctrlKey || event.altKey || event.metaKey || !chooseByDigit(event.code)) {
                event.continuePropagation();
              }
            }}
            className={layout === "row" ? "min-w-32 flex-1" : ""}
          >
            <RadioButton className="group flex h-full min-h-12 w-full cursor-pointer items-center gap-3 rounded-control border border-line-strong bg-card px-3.5 py-2 transition-colors data-disabled:cursor-not-allowed data-hovered:bg-sunken data-selected:border-accent data-selected:bg-accent-soft data-invalid:border-danger data-disabled:opacity-45 data-selected:shadow-[inset_0_0_0_1px_var(--color-accent)]">
              <span
                aria-hidden="true"
                className="flex size-5 shrink-0 items-center justify-center rounded-full border-2 border-line-strong bg-card group-data-selected:border-accent group-data-selected:bg-accent"
              >
                <span className="size-2 rounded-full bg-transparent group-data-selected:bg-on-accent" />
              </span>
              {option.icon}
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="font-medium">{option.label}</span>
                {option.description && (
                  <span className="text-muted text-sm">{option.description}</span>
                )}
              </span>
              {index < 9 && <KeyCap>{String(index + 1)}</KeyCap>}
            </RadioButton>
          </RadioField>
        ))}
      </div>
      <FieldMessage error={error} />
    </RadioGroup>
  );
}
