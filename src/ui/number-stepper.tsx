import { Minus, Plus } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { NumberField } from "react-aria-components/NumberField";
import { fieldLabel } from "./field-frame.ts";
import { FieldMessage } from "./field-message.tsx";

type NumberStepperProps = {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  /** Names the two buttons for screen readers. */
  lessLabel: string;
  moreLabel: string;
  error?: string | null | undefined;
};

const step =
  "flex size-14 shrink-0 cursor-pointer items-center justify-center bg-card text-ink data-disabled:cursor-not-allowed data-hovered:bg-sunken data-pressed:bg-sunken data-disabled:opacity-40";

/** A small whole number, changed by touch. */
export function NumberStepper(props: NumberStepperProps) {
  const { label, value, onChange, min, max, error } = props;
  return (
    <NumberField
      value={value}
      onChange={(given) => onChange(Number.isNaN(given) ? min : given)}
      minValue={min}
      maxValue={max}
      step={1}
      formatOptions={{ useGrouping: false }}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className="flex flex-col gap-1"
    >
      <Label className={fieldLabel}>{label}</Label>
      <Group className="inline-flex w-fit overflow-hidden rounded-control border-2 border-line-strong data-invalid:border-danger">
        <Button slot="decrement" aria-label={props.lessLabel} className={step}>
          <Minus aria-hidden="true" className="size-6" strokeWidth={3} />
        </Button>
        <Input className="h-14 w-14 border-line-strong border-x-2 bg-card text-center font-bold text-xl" />
        <Button slot="increment" aria-label={props.moreLabel} className={step}>
          <Plus aria-hidden="true" className="size-6" strokeWidth={3} />
        </Button>
      </Group>
      <FieldMessage error={error} />
    </NumberField>
  );
}
