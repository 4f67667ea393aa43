import { Label } from "react-aria-components/Label";
import { ProgressBar } from "react-aria-components/ProgressBar";

/** A turning mark without words, for use inside a control that has its own. */
export function Spinner({ size = "small" }: { size?: "small" | "large" }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className={`shrink-0 animate-spin ${size === "large" ? "size-9" : "size-5"}`}
    >
      <circle
        cx="12"
        cy="12"
        r="9"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        opacity="0.25"
      />
      <path
        d="M21 12a9 9 0 0 0-9-9"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** Something of unknown length is going on; `label` says what, also aloud. */
export function Progress({ label }: { label: string }) {
  return (
    <ProgressBar isIndeterminate className="flex items-center gap-3 text-muted">
      <Spinner />
      <Label>{label}</Label>
    </ProgressBar>
  );
}
