import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { CheckboxButton, CheckboxField } from "react-aria-components/Checkbox";
import { CheckboxGroup } from "react-aria-components/CheckboxGroup";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { readDigit } from "./digit-key.ts";
import { fieldDescription, fieldLabel } from "./field-frame.ts";
import { FieldMessage } from "./field-message.tsx";
import { KeyCap } from "./key-cap.tsx";

type TickGroupProps<Value extends string> = {
  label: string;
  /** Keeps the label for screen readers only, where the page already shows the question. */
  labelHidden?: boolean;
  description?: ReactNode;
  error?: string | null | undefined;
  value: readonly Value[];
  onChange: (value: Value[]) => void;
  options: readonly { value: Value; label: string; icon?: ReactNode }[];
  /** The digit of the first option, where the digits before it do something else. */
  firstDigit?: number;
  isDisabled?: boolean;
};

/** Any of a few. While focus is in it, the keys 1, 2, 3 … tick by position, whatever the keyboard layout. */
export function TickGroup<Value extends string>(props: TickGroupProps<Value>) {
  const { label, description, error, value, onChange, options, firstDigit = 1 } = props;

  function toggleByDigit(code: string): boolean {
    const digit = readDigit(code);
    const option = digit === null ? undefined : options[digit - firstDigit];
    if (!option || props.isDisabled) return false;
    const ticked = value.includes(option.value);
    onChange(
      options
        .map((one) => one.value)
        .filter((one) => (one === option.value ? !ticked : value.includes(one))),
    );
    return true;
  }

  return (
    <CheckboxGroup
      value={[...value]}
      onChange={(chosen) =>
        onChange(
          options.map((one) => one.value).filter((one) => chosen.some((text) => text === one)),
        )
      }
      isInvalid={Boolean(error)}
      isDisabled={props.isDisabled ?? false}
      validationBehavior="aria"
      className="flex flex-col gap-2"
    >
      <Label className={props.labelHidden ? "sr-only" : fieldLabel}>{label}</Label>
      {description && (
        <Text slot="description" className={fieldDescription}>
          {description}
        </Text>
      )}
      <div className="flex flex-wrap gap-2">
        {options.map((option, index) => (
          <CheckboxField
            key={option.value}
            value={option.value}
            onKeyDown={(event) => {
              if (event.ctrlKey || event.altKey || event.metaKey || !toggleByDigit(event.code)) {
                event.continuePropagation();
              }
            }}
          >
            <CheckboxButton className="group flex min-h-11.5 cursor-pointer items-center gap-2.5 rounded-control border border-line-strong bg-card px-3.5 py-1.5 font-medium transition-colors data-disabled:cursor-not-allowed data-hovered:bg-sunken data-selected:border-accent data-selected:bg-accent-soft data-invalid:border-danger data-disabled:opacity-45">
              <span
                aria-hidden="true"
                className="flex size-5 shrink-0 items-center justify-center rounded-sm border-2 border-line-strong bg-card text-transparent group-data-selected:border-accent group-data-selected:bg-accent group-data-selected:text-on-accent"
              >
                <Check className="size-4" strokeWidth={3} />
              </span>
              {option.icon}
              <span>{option.label}</span>
              {index + firstDigit <= 9 && <KeyCap>{String(index + firstDigit)}</KeyCap>}
            </CheckboxButton>
          </CheckboxField>
        ))}
      </div>
      <FieldMessage error={error} />
    </CheckboxGroup>
  );
}
