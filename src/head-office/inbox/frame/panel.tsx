import { type ReactNode, useId } from "react";

type PanelProps = {
  title?: string;
  intro?: ReactNode;
  /** At the right end of the title. */
  aside?: ReactNode;
  /** Without room at its edges, for tables. */
  flush?: boolean;
  children: ReactNode;
};

/** A card of the desk with its heading. */
export function Panel({ title, intro, aside, flush = false, children }: PanelProps) {
  const id = useId();
  return (
    <section
      {...(title ? { "aria-labelledby": id } : {})}
      className={`flex flex-col rounded-panel border border-line bg-card shadow-panel ${flush ? "overflow-hidden" : "gap-3 px-5 py-4"}`}
    >
      {title && (
        <div className={`flex flex-wrap items-center gap-x-4 gap-y-1 ${flush ? "px-5 py-3" : ""}`}>
          <h2 id={id} className="font-semibold text-lg">
            {title}
          </h2>
          {aside && <div className="not-printed ml-auto flex flex-wrap gap-2">{aside}</div>}
          {intro && <p className="basis-full text-muted text-sm">{intro}</p>}
        </div>
      )}
      {children}
    </section>
  );
}
