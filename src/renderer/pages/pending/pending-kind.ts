import { useTranslation } from "react-i18next";
import { captureKind } from "../../../contract/envelope.ts";

/** What a kind of capture is called; one of a newer version stands by its name. */
export function useKindWords(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => {
    const known = captureKind.safeParse(kind);
    return known.success ? t(`kind.${known.data}`) : kind;
  };
}
