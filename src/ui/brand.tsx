/** A signature line with a tick: the mark of the desk. */
export function BrandMark({ size = "small" }: { size?: "small" | "large" }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 40 40"
      className={`shrink-0 ${size === "large" ? "size-14" : "size-9"}`}
    >
      <rect width="40" height="40" rx="11" className="fill-accent" />
      <path
        d="M10.5 18.5l6.2 6.3L29.5 11"
        fill="none"
        strokeWidth="3.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-on-accent"
      />
      <path
        d="M9.5 31.2h21"
        fill="none"
        strokeWidth="2.6"
        strokeLinecap="round"
        className="stroke-focus-on-deep"
      />
    </svg>
  );
}

/** The name in both scripts, the same in either language. */
export function BrandName({ className = "" }: { className?: string }) {
  return (
    <span className={`whitespace-nowrap font-semibold ${className}`}>
      <span lang="en">Yinyom</span> <span lang="th">ยินยอม</span>
    </span>
  );
}
