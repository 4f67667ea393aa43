import { type ReactNode, useId } from "react";

type FormSectionProps = {
  title: string;
  description?: ReactNode;
  /** Beside the title at its right end. */
  aside?: ReactNode;
  children: ReactNode;
};

/** A part of a form under its own heading. */
export function FormSection({ title, description, aside, children }: FormSectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-3 rounded-panel border border-line bg-card px-5 py-4 shadow-panel"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id={id} className="font-semibold text-lg">
          {title}
        </h2>
        {aside && <div className="ml-auto">{aside}</div>}
      </div>
      {description && <p className="-mt-2 text-muted text-sm">{description}</p>}
      {children}
    </section>
  );
}
