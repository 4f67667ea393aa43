import { Check } from "lucide-react";
import { CheckboxButton, CheckboxField } from "react-aria-components/Checkbox";
import { CheckboxGroup } from "react-aria-components/CheckboxGroup";
import { Label } from "react-aria-components/Label";
import { fieldLabel } from "./field-frame.ts";
import { FieldMessage } from "./field-message.tsx";

export type Swatch<Value extends string> = {
  value: Value;
  /** Read aloud, and shown beneath: colours look different in the sun, and to some eyes. */
  label: string;
  /** CSS colours: one, or several that share the swatch. */
  colours: readonly [string, ...string[]];
};

type ColourSwatchesProps<Value extends string> = {
  label: string;
  labelHidden?: boolean;
  error?: string | null | undefined;
  value: readonly Value[];
  onChange: (value: Value[]) => void;
  swatches: readonly Swatch<Value>[];
};

/** Any of a set of colours, each touched once. */
export function ColourSwatches<Value extends string>(props: ColourSwatchesProps<Value>) {
  const { label, error, value, onChange, swatches } = props;
  return (
    <CheckboxGroup
      value={[...value]}
      onChange={(chosen) =>
        onChange(swatches.map((one) => one.value).filter((one) => chosen.includes(one)))
      }
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className="flex flex-col gap-1"
    >
      <Label className={props.labelHidden ? "sr-only" : fieldLabel}>{label}</Label>
      <div className="grid auto-cols-fr grid-flow-col gap-1.5">
        {swatches.map((swatch) => (
          <CheckboxField key={swatch.value} value={swatch.value}>
            <CheckboxButton className="group flex min-h-18 w-full cursor-pointer flex-col items-center gap-0.5 rounded-control border-2 border-transparent px-0.5 pt-1 data-hovered:bg-sunken data-selected:border-ink data-selected:bg-card">
              <span className="relative flex size-11 items-center justify-center overflow-hidden rounded-full border-2 border-line-strong">
                <SwatchPicture colours={swatch.colours} />
                <span
                  aria-hidden="true"
                  className="absolute hidden size-7 items-center justify-center rounded-full bg-card text-ink group-data-selected:flex"
                >
                  <Check className="size-5" strokeWidth={3.5} />
                </span>
              </span>
              <span className="text-center font-medium text-sm leading-tight">{swatch.label}</span>
            </CheckboxButton>
          </CheckboxField>
        ))}
      </div>
      <FieldMessage error={error} />
    </CheckboxGroup>
  );
}

/** The colour alone, as on a list; it has no words of its own. */
type ColourDotProps = { colours: Swatch<string>["colours"]; size?: "medium" | "large" };

export function ColourDot({ colours, size = "medium" }: ColourDotProps) {
  return (
    <span
      aria-hidden="true"
      className={`relative inline-flex shrink-0 overflow-hidden rounded-full border-2 border-line-strong ${size === "large" ? "size-12" : "size-8"}`}
    >
      <SwatchPicture colours={colours} />
    </span>
  );
}

function SwatchPicture({ colours }: { colours: Swatch<string>["colours"] }) {
  const width = 100 / colours.length;
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="absolute inset-0 size-full"
    >
      {colours.map((colour, index) => (
        <rect key={colour} x={index * width} width={width} height="100" fill={colour} />
      ))}
    </svg>
  );
}
