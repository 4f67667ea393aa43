import { Label } from "react-aria-components/Label";
import { ProgressBar } from "react-aria-components/ProgressBar";

type ReviewProgressProps = { label: string; value: number; most: number };

/** How far something is that has an end; the label says it in words. */
export function ReviewProgress({ label, value, most }: ReviewProgressProps) {
  return (
    <ProgressBar value={value} maxValue={Math.max(1, most)} className="flex flex-col gap-1">
      {({ percentage }) => (
        <>
          <Label className="font-medium text-sm">{label}</Label>
          <div className="h-2.5 overflow-hidden rounded-full bg-sunken">
            <div className="h-full bg-accent" style={{ width: `${percentage ?? 0}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
