import type { ReactNode } from "react";

/** The title of a page, a sentence on what it is for, and what can be done with all of it. */
export function PageHead({
  title,
  intro,
  action,
}: {
  title: string;
  intro: string;
  action?: ReactNode;
}) {
  return (
    <div className="mb-1 flex items-start gap-6">
      <div className="min-w-0 flex-1">
        <h1 className="font-semibold text-2xl">{title}</h1>
        <p className="text-muted">{intro}</p>
      </div>
      {action}
    </div>
  );
}
