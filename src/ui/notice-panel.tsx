import type { ReactNode } from "react";

type NoticePanelProps = {
  label: string;
  /** Language of the words, which may differ from the screen's. */
  lang: string;
  /** Tallest it grows before it scrolls. */
  height?: "short" | "tall";
  children: ReactNode;
};

/** Longer text to read, such as a notice. It takes focus, so that the keyboard can scroll it. */
export function NoticePanel({ label, lang, height = "tall", children }: NoticePanelProps) {
  return (
    <section
      aria-label={label}
      lang={lang}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className={`overflow-y-auto whitespace-pre-line rounded-panel border border-line bg-card px-5 py-4 ${height === "short" ? "max-h-44" : "max-h-96"}`}
    >
      {children}
    </section>
  );
}
