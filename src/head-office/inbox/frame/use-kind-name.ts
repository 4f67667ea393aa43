import { useTranslation } from "react-i18next";
import { captureKind } from "../../../contract/envelope.ts";

/** What a kind of capture is called; one that this version does not know stands for itself. */
export function useKindName(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => {
    const known = captureKind.safeParse(kind);
    return known.success ? t(`person.kind.${known.data}`) : kind;
  };
}
