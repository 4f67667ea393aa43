import { useTranslation } from "react-i18next";
import type { Bilingual } from "../../../contract/bilingual.ts";
import { TextArea } from "../../../ui/text-area.tsx";
import { TextField } from "../../../ui/text-field.tsx";

type WordsFieldProps = {
  label: string;
  value: Bilingual;
  onChange: (value: Bilingual) => void;
  /** More than one: several lines of text. */
  rows?: number;
  isReadOnly?: boolean;
  /** Characters of a single line. */
  maxLength?: number;
};

/** The same words in Thai and in English, beside each other. */
export function WordsField({
  label,
  value,
  onChange,
  rows = 1,
  isReadOnly,
  maxLength = 200,
}: WordsFieldProps) {
  const { t } = useTranslation();
  return (
    <div className="grid grid-cols-2 gap-4">
      {(["th", "en"] as const).map((language) => {
        const field = {
          label: `${label} (${t(`language.${language}`)})`,
          value: value[language],
          onChange: (words: string) => onChange({ ...value, [language]: words }),
          isReadOnly: isReadOnly ?? false,
        };
        return rows > 1 ? (
          <TextArea key={language} rows={rows} maxLength={4000} {...field} />
        ) : (
          <TextField key={language} maxLength={maxLength} {...field} />
        );
      })}
    </div>
  );
}
