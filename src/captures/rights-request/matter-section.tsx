import { type Right, reasonsOf } from "../../contract/rights.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { TickGroup } from "../../ui/tick-group.tsx";
import type { RequestValues } from "./form-values.ts";
import { listChoosable } from "./request-payload.ts";
import type { RightsRequestText } from "./text.ts";
import { type FieldTools, TypedField } from "./typed-field.tsx";

type MatterSectionProps = {
  tools: FieldTools<RequestValues>;
  words: RightsRequestText;
  right: Right;
  onStopNews: () => void;
};

/** What the request is about: only what this right needs. */
export function MatterSection({ tools, words, right, onStopNews }: MatterSectionProps) {
  const { values, set, errorOf } = tools;
  const text = words.matter;
  const reasons = reasonsOf[right];
  return (
    <FormSection title={text.heading}>
      {(right === "withdraw-consent" || right === "objection") && (
        <Banner
          tone="info"
          announced={false}
          action={<Button onPress={onStopNews}>{words.marketing.button}</Button>}
        >
          {words.marketing.note}
        </Banner>
      )}
      {right === "complaint" && (
        <Banner tone="info" announced={false}>
          {text.complaintNote}
        </Banner>
      )}
      <div data-field="data">
        <TickGroup
          label={text.data}
          value={values.data}
          onChange={(data) => set({ data })}
          options={listChoosable(right).map((value) => ({ value, label: words.data[value] }))}
          error={errorOf("data")}
        />
      </div>
      {reasons.length > 0 && (
        <div data-field="reason">
          <Choice
            label={right === "access" ? text.want : text.reason}
            value={values.reason}
            onChange={(reason) => set({ reason })}
            options={reasons.map((value) => ({ value, label: words.reasons[value] }))}
            error={errorOf("reason")}
          />
        </div>
      )}
      {right === "rectification" && (
        <div className="grid grid-cols-2 items-start gap-4">
          <TypedField tools={tools} field="wrong" label={text.wrong} />
          <TypedField tools={tools} field="correct" label={text.right} />
        </div>
      )}
      {right === "portability" && (
        <div className="grid grid-cols-2 items-start gap-4">
          <div data-field="recipient">
            <Choice
              label={text.recipient}
              value={values.recipient}
              onChange={(recipient) => set({ recipient })}
              options={[
                { value: "self", label: text.toSelf },
                { value: "controller", label: text.toController },
              ]}
              error={errorOf("recipient")}
            />
          </div>
          {values.recipient === "controller" && (
            <TypedField tools={tools} field="controller" label={text.controller} />
          )}
        </div>
      )}
      {right === "complaint" && (
        <TypedField
          tools={tools}
          field="story"
          label={text.story}
          description={text.storyHint}
          rows={3}
        />
      )}
    </FormSection>
  );
}
