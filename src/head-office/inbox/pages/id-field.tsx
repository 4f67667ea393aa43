import { useTranslation } from "react-i18next";
import { TextField } from "../../../ui/text-field.tsx";

type IdFieldProps = {
  value: string;
  onChange: (value: string) => void;
  /** What is published keeps its id. */
  isKept: boolean;
};

/** The short name by which desks know a piece of reference data. */
export function IdField({ value, onChange, isKept }: IdFieldProps) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t("app.id")}
      description={t("app.idHelp")}
      value={value}
      onChange={onChange}
      isReadOnly={isKept}
      maxLength={40}
    />
  );
}
