import type { ReactNode } from "react";

/** The title of a page, a sentence on what it is for, and what can be done with all of it. */
export function PageHead({
  title,
  intro,
  action,
}: {
  title: string;
  intro?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
      <div className="min-w-0 flex-1">
        <h1 className="font-semibold text-2xl leading-snug">{title}</h1>
        {intro && <p className="max-w-3xl text-muted">{intro}</p>}
      </div>
      {action && <div className="not-printed flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
