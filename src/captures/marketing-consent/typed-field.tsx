import { Eye } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { fieldLabel } from "../../ui/field-frame.ts";
import { TextField } from "../../ui/text-field.tsx";

type TypedFieldProps = {
  field: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  onLeave: () => void;
  error: string | null;
  description?: ReactNode;
  placeholder?: string;
  inputMode?: "text" | "tel" | "email";
  autoFocus?: boolean;
};

/** A line of text in a form of this kind, found by its field's name. */
export function TypedField({ field, onLeave, ...rest }: TypedFieldProps) {
  return (
    <div data-field={field}>
      <TextField {...rest} onBlur={onLeave} />
    </div>
  );
}

type MaskedFieldProps = TypedFieldProps & {
  /** What stands there until somebody asks to see it; null: nothing is known, so nothing is hidden. */
  masked: string | null;
  revealLabel: string;
};

/** A detail that is known already: others at the till see only its mask until it is needed. */
export function MaskedField({ masked, revealLabel, ...rest }: MaskedFieldProps) {
  const [isRevealed, setRevealed] = useState(false);
  if (masked === null || isRevealed || rest.error) {
    return <TypedField {...rest} autoFocus={isRevealed || (rest.autoFocus ?? false)} />;
  }
  return (
    <div data-field={rest.field} className="flex flex-col gap-1.5">
      <span className={fieldLabel}>{rest.label}</span>
      <div className="flex min-h-11.5 items-center justify-between gap-3 rounded-control bg-sunken py-0 pl-3.5">
        <span className="min-w-0 truncate">{masked}</span>
        <Button
          variant="quiet"
          aria-label={`${revealLabel}: ${rest.label}`}
          icon={<Eye aria-hidden="true" className="size-5" />}
          onPress={() => setRevealed(true)}
        >
          {revealLabel}
        </Button>
      </div>
      {rest.description && <p className="text-muted text-sm">{rest.description}</p>}
    </div>
  );
}
