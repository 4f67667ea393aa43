import { useTranslation } from "react-i18next";
import { en } from "../../text/en.ts";

type FieldName = keyof typeof en.review.field;

/** What a field of a payload is called, by the end of its path; one without words stands by its own name. */
export function useFieldWords(): (path: readonly (string | number)[]) => string {
  const { t } = useTranslation();
  return (path) => {
    const key = path.findLast((part) => typeof part === "string") ?? "";
    return key in en.review.field ? t(`review.field.${key as FieldName}`) : key;
  };
}
