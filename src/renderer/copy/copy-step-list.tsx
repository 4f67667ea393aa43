import { useTranslation } from "react-i18next";
import type { CopyJob } from "./copy-job.ts";

const steps = ["intake", "masks", "ready"] as const;

function findStep(at: CopyJob["at"]): (typeof steps)[number] {
  if (at === "masks" || at === "corners") return "masks";
  return at === "ready" ||
    at === "saving" ||
    at === "saved" ||
    at === "checking" ||
    at === "finishing"
    ? "ready"
    : "intake";
}

/** How far one is: the picture, the masks, the finished copy. */
export function CopySteps({ at }: { at: CopyJob["at"] }) {
  const { t } = useTranslation();
  const here = findStep(at);
  return (
    <ol aria-label={t("copyWindow.steps.label")} className="mx-auto flex list-none gap-2">
      {steps.map((step, index) => (
        <li
          key={step}
          {...(step === here ? { "aria-current": "step" as const } : {})}
          className={`rounded-full px-3 py-1 text-sm ${step === here ? "bg-on-deep font-semibold text-deep" : "text-on-deep-muted"}`}
        >
          {index + 1}. {t(`copyWindow.steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}
