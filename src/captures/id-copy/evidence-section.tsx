import { Eye, FileX2, ScanLine } from "lucide-react";
import type { CopyRules } from "../../contract/copy-rules.ts";
import { Banner } from "../../ui/banner.tsx";
import { Choice } from "../../ui/choice.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { ExceptionPart } from "./exception-part.tsx";
import type { Manager, RefundPart } from "./refund-part.ts";
import { findWanted, needsManager } from "./refund-values.ts";

type EvidenceSectionProps = RefundPart & {
  rules: CopyRules;
  managers: readonly Manager[];
  onVouch: () => void;
};

/** Says whether a document is needed at all, and offers the look before the copy. */
export function EvidenceSection(props: EvidenceSectionProps) {
  const { words, values, set, errorOf, rules } = props;
  const text = words.evidence;
  const wanted = findWanted(values, rules);
  const icon = "size-6 shrink-0 text-accent";
  if (wanted === null) {
    return (
      <FormSection title={text.heading}>
        <p className="text-muted">{text.unknown}</p>
      </FormSection>
    );
  }
  return (
    <FormSection title={text.heading}>
      <Banner tone="info">{text.wanted[wanted]}</Banner>
      <div data-field="evidence">
        <Choice
          label={text.label}
          labelHidden
          value={values.evidence}
          onChange={(evidence) => set({ evidence })}
          options={[
            {
              value: "seen" as const,
              label: text.seen,
              description: text.seenNote,
              icon: <Eye aria-hidden="true" className={icon} />,
            },
            {
              value: "copied" as const,
              label: text.copied,
              description: text.copiedNote,
              icon: <ScanLine aria-hidden="true" className={icon} />,
            },
            {
              value: "not-needed" as const,
              label: text["not-needed"],
              description: text.noneNote,
              icon: <FileX2 aria-hidden="true" className={icon} />,
            },
          ]}
          error={errorOf("evidence")}
        />
      </div>
      {needsManager(values, rules) && <ExceptionPart {...props} />}
    </FormSection>
  );
}
