import { CircleCheck, Eye, FileX2, ScanLine } from "lucide-react";
import type { CopyRules } from "../../contract/copy-rules.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { limits } from "./payload.ts";
import { type Manager, nameApproval, type RefundPart } from "./refund-part.ts";
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
  const approved = nameApproval(props, props.managers);
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
      {needsManager(values, rules) && (
        <div className="flex flex-col gap-3 rounded-control bg-warning-soft px-4 py-3">
          <p className="font-medium text-warning">{text.against}</p>
          <div className="flex items-start gap-4">
            <div data-field="why" className="flex-1">
              <TextField
                label={text.why}
                value={values.why}
                onChange={(why) => set({ why })}
                maxLength={limits.reason}
                error={errorOf("why")}
              />
            </div>
            <div data-field="manager" className="flex flex-col gap-1.5 pt-8">
              {approved ? (
                <p className="flex min-h-11 items-center gap-2 font-medium text-success">
                  <CircleCheck aria-hidden="true" className="size-5" />
                  {approved}
                </p>
              ) : (
                <Button onPress={props.onVouch}>{text.approve}</Button>
              )}
              {errorOf("manager") && (
                <p className="font-medium text-danger text-sm">{errorOf("manager")}</p>
              )}
            </div>
          </div>
        </div>
      )}
    </FormSection>
  );
}
