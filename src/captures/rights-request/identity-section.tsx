import { UserCheck } from "lucide-react";
import { Choice } from "../../ui/choice.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { fillText } from "../fill-text.ts";
import type { RequestValues } from "./form-values.ts";
import { identityDocument } from "./payload.ts";
import type { RightsRequestText } from "./text.ts";
import { type FieldTools, TypedField } from "./typed-field.tsx";

type IdentitySectionProps = {
  tools: FieldTools<RequestValues>;
  words: RightsRequestText;
  staffName: string;
  /** Whether head office wants a copy; then it is taken as every ID copy is, and named by its receipt. */
  wantsCopy: boolean;
};

/** How the counter knows who asks: seen, not copied, comes first. */
export function IdentitySection({ tools, words, staffName, wantsCopy }: IdentitySectionProps) {
  const { values, set, errorOf } = tools;
  const text = words.identity;
  return (
    <FormSection title={text.heading}>
      <div data-field="how">
        <Choice
          label={text.how}
          value={values.how}
          onChange={(how) => set({ how })}
          options={[
            { value: "document", label: text.document },
            { value: "later", label: text.later },
          ]}
          error={errorOf("how")}
        />
      </div>
      {values.how === "document" && (
        <>
          <div data-field="document">
            <Choice
              label={text.which}
              value={values.document}
              onChange={(document) => set({ document })}
              options={identityDocument.options.map((value) => ({ value, label: text[value] }))}
              error={errorOf("document")}
            />
          </div>
          {wantsCopy && (
            <TypedField
              tools={tools}
              field="copyReceipt"
              label={text.copy}
              description={text.copyHint}
            />
          )}
          <p className="flex gap-2 font-medium">
            <UserCheck aria-hidden="true" className="mt-1 size-5 shrink-0 text-accent" />
            {fillText(wantsCopy ? text.attestOnly : text.attest, { staff: staffName })}
          </p>
        </>
      )}
    </FormSection>
  );
}
