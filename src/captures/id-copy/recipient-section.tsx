import { Choice } from "../../ui/choice.tsx";
import { FormSection } from "../../ui/form-section.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { limits } from "./payload.ts";
import type { RefundPart } from "./refund-part.ts";

/** A person, or a company through its authorised director. */
export function RecipientSection({ words, values, set, errorOf }: RefundPart) {
  const text = words.who;
  const isCompany = values.who === "company";
  return (
    <FormSection title={text.heading}>
      <Choice
        label={text.is}
        labelHidden
        value={values.who}
        onChange={(who) => set({ who })}
        options={(["person", "company"] as const).map((value) => ({ value, label: text[value] }))}
      />
      <div className="grid grid-cols-2 gap-4">
        <div data-field="name">
          <TextField
            label={isCompany ? text.companyName : text.name}
            value={values.name}
            onChange={(name) => set({ name })}
            maxLength={limits.name}
            error={errorOf("name")}
          />
        </div>
        {isCompany && (
          <div data-field="director">
            <TextField
              label={text.director}
              description={text.directorNote}
              value={values.director}
              onChange={(director) => set({ director })}
              maxLength={limits.name}
              error={errorOf("director")}
            />
          </div>
        )}
      </div>
    </FormSection>
  );
}
