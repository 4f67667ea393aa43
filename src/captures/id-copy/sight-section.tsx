import { shownDocument } from "../../contract/id-document.ts";
import { Choice } from "../../ui/choice.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { TickGroup } from "../../ui/tick-group.tsx";
import { limits } from "./payload.ts";
import type { RefundPart } from "./refund-part.ts";
import { nameHolder } from "./refund-values.ts";

/** Seen, not copied: four things are noted, and there is no field for a fifth. */
export function SightSection({ words, values, set, errorOf }: RefundPart) {
  const text = words.sight;
  return (
    <FormSection title={text.heading} description={text.note}>
      <div data-field="document">
        <Choice
          label={text.document}
          value={values.document}
          onChange={(document) => set({ document })}
          options={shownDocument.options.map((value) => ({
            value,
            label: words.document[value],
          }))}
          error={errorOf("document")}
        />
      </div>
      <div className="grid grid-cols-3 gap-4">
        <div data-field="seenName">
          <TextField
            label={text.name}
            value={values.seenName}
            placeholder={nameHolder(values)}
            onChange={(seenName) => set({ seenName })}
            maxLength={limits.name}
            error={errorOf("seenName")}
          />
        </div>
        <div data-field="lastFour">
          <TextField
            label={text.lastFour}
            value={values.lastFour}
            onChange={(lastFour) => set({ lastFour })}
            maxLength={4}
            error={errorOf("lastFour")}
          />
        </div>
        <div data-field="validUntil">
          <TextField
            label={text.validUntil}
            inputMode="numeric"
            placeholder="31/12/2570"
            value={values.isForLife ? "" : values.validUntil}
            isDisabled={values.isForLife}
            onChange={(validUntil) => set({ validUntil })}
            maxLength={12}
            error={errorOf("validUntil")}
          />
        </div>
      </div>
      <TickGroup
        label={text.validUntil}
        labelHidden
        value={values.isForLife ? ["for-life"] : []}
        onChange={(ticked) => set({ isForLife: ticked.length > 0 })}
        options={[{ value: "for-life", label: text.forLife }]}
      />
    </FormSection>
  );
}
