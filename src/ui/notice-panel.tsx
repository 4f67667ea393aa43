import type { ReactNode } from "react";

/** `page` leaves room for what stands above and beneath it in a form; `window` for a window's own frame. */
const heights = {
  short: "max-h-44",
  tall: "max-h-96",
  page: "max-h-[max(11rem,calc(100vh-27rem))]",
  window: "max-h-[max(11rem,calc(100vh-17rem))]",
} as const;

type NoticePanelProps = {
  label: string;
  /** Language of the words, which may differ from the screen's. */
  lang: string;
  /** Tallest it grows before it scrolls. */
  height?: keyof typeof heights;
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
      className={`overflow-y-auto whitespace-pre-line rounded-panel border border-line bg-card px-5 py-4 ${heights[height]}`}
    >
      {children}
    </section>
  );
}
