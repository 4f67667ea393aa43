import { Banner } from "../../ui/banner.tsx";
import { Choice } from "../../ui/choice.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import type { RequestValues } from "./form-values.ts";
import { attorneyPaper, guardianRelation, kinship } from "./payload.ts";
import type { RightsRequestText } from "./text.ts";
import { type FieldTools, TypedField } from "./typed-field.tsx";

type AskerSectionProps = { tools: FieldTools<RequestValues>; words: RightsRequestText };

/** Who stands at the counter, and for whom. */
export function AskerSection({ tools, words }: AskerSectionProps) {
  const { values, set, errorOf } = tools;
  const text = words.asker;
  return (
    <FormSection title={text.heading}>
      <div data-field="who">
        <Choice
          label={text.heading}
          labelHidden
          value={values.who}
          onChange={(who) => set({ who })}
          options={(["self", "agent", "guardian", "of-the-dead"] as const).map((value) => ({
            value,
            label: text[value],
          }))}
        />
      </div>
      {values.who === "of-the-dead" && (
        <Banner tone="info" announced={false}>
          {text.deadNote}
        </Banner>
      )}
      {values.who !== "self" && <TypedField tools={tools} field="askerName" label={text.name} />}
      {values.who === "agent" && (
        <div data-field="power">
          <Choice
            label={text.power}
            value={values.power}
            onChange={(power) => set({ power })}
            options={attorneyPaper.options.map((value) => ({ value, label: text[value] }))}
            error={errorOf("power")}
          />
        </div>
      )}
      {values.who === "guardian" && (
        <div data-field="relation">
          <Choice
            label={text.relation}
            value={values.relation}
            onChange={(relation) => set({ relation })}
            options={guardianRelation.options.map((value) => ({ value, label: text[value] }))}
            error={errorOf("relation")}
          />
        </div>
      )}
      {values.who === "of-the-dead" && (
        <div data-field="kin">
          <Choice
            label={text.kinship}
            value={values.kin}
            onChange={(kin) => set({ kin })}
            options={kinship.options.map((value) => ({
              value,
              label: value === "parent" ? text.kinParent : text[value],
            }))}
            error={errorOf("kin")}
          />
        </div>
      )}
    </FormSection>
  );
}
