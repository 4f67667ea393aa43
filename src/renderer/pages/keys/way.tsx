import { type ReactNode, useId } from "react";
import { Form } from "react-aria-components/Form";
import { Banner } from "../../../ui/banner.tsx";

type WayProps = {
  title: string;
  intro?: string;
  /** Why it did not work, in words. */
  problem?: string | null;
  onSubmit: () => unknown;
  children: ReactNode;
};

/** One way to open a desk that is shut. */
export function Way({ title, intro, problem, onSubmit, children }: WayProps) {
  const heading = useId();
  return (
    <section
      aria-labelledby={heading}
      className="rounded-panel border border-line bg-card px-6 py-4 shadow-panel"
    >
      <h2 id={heading} className="font-semibold text-lg">
        {title}
      </h2>
      {intro && <p className="mt-1 text-muted">{intro}</p>}
      <Form
        validationBehavior="aria"
        className="mt-3 flex flex-col items-stretch gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit();
        }}
      >
        {children}
        {problem && <Banner tone="danger">{problem}</Banner>}
      </Form>
    </section>
  );
}
