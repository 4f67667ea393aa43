import { Choice } from "../../ui/choice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { guardianRelations } from "./consent-choices.ts";
import type { ConsentValues } from "./consent-values.ts";
import { limits } from "./payload.ts";
import type { EventPhotoText } from "./text.ts";

type GuardianFieldsProps = {
  words: EventPhotoText;
  values: ConsentValues;
  onChange: (changed: Partial<ConsentValues>) => void;
  error: string | null;
};

/** Whoever holds parental power over the child in the picture (s.20). */
export function GuardianFields({ words, values, onChange, error }: GuardianFieldsProps) {
  const text = words.consent;
  return (
    <div data-field="guardian" className="flex flex-col gap-3">
      <div className="max-w-md">
        <TextField
          label={text.guardianName}
          value={values.guardianName}
          onChange={(guardianName) => onChange({ guardianName })}
          maxLength={limits.name}
          size="large"
          error={values.relation !== null || values.guardianName.trim() === "" ? error : null}
        />
      </div>
      <Choice
        label={text.relation}
        value={values.relation}
        onChange={(relation) => onChange({ relation })}
        options={guardianRelations.map((value) => ({ value, label: words.relation[value] }))}
        error={values.relation === null ? error : null}
      />
    </div>
  );
}
