import { useId } from "react";

type CheckNumberProps = { label: string; number: string; help: string };

/** A number that two people compare by telephone, large enough to be read aloud. */
export function CheckNumber({ label, number, help }: CheckNumberProps) {
  const id = useId();
  return (
    <div>
      <p id={id} className="font-semibold">
        {label}
      </p>
      <output
        aria-labelledby={id}
        className="block font-mono font-semibold text-3xl tracking-wider"
      >
        {number}
      </output>
      <p className="text-muted text-sm">{help}</p>
    </div>
  );
}
