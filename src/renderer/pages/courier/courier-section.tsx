import { type ReactNode, useId } from "react";
import type { Failure } from "../../../contract/failure.ts";
import { Banner } from "../../../ui/banner.tsx";
import { FailureText } from "../../failure-text.tsx";

/** One thing that can be done with courier files. A dialog that was closed without a choice is no failure. */
export function CourierSection({
  title,
  failure,
  children,
}: {
  title: string;
  failure: Failure | null;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col items-start gap-3 rounded-panel border border-line bg-card px-6 py-4 shadow-panel"
    >
      <h2 id={id} className="font-semibold text-lg">
        {title}
      </h2>
      {children}
      {failure && failure.code !== "cancelled" && (
        <Banner tone="danger">
          <FailureText failure={failure} />
        </Banner>
      )}
    </section>
  );
}
