/** The picture of a key. Hidden from screen readers: the control it stands on has its own name. */
export function KeyCap({
  children,
  tone = "plain",
}: {
  children: string;
  tone?: "plain" | "on-dark";
}) {
  const look =
    tone === "on-dark"
      ? "border-on-accent/60 text-on-accent"
      : "border-line-strong bg-card text-muted";
  return (
    <span
      aria-hidden="true"
      className={`inline-flex min-w-6 shrink-0 items-center justify-center rounded-sm border border-b-2 px-1.5 font-sans font-medium text-xs leading-5 ${look}`}
    >
      {children}
    </span>
  );
}
