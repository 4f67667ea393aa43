import { useTranslation } from "react-i18next";
import { pieceRefusals } from "../../../contract/attachment.ts";
import { waitReason } from "../../../contract/ipc.ts";
import { conflictReasons, rejectionReasons } from "../../../contract/sync.ts";

const verdicts = [...rejectionReasons, ...conflictReasons, ...pieceRefusals];

/** Plain words for why an item is not at head office: a trouble of the line, or head office's verdict. */
export function useReasonWords(): (reason: string) => string {
  const { t } = useTranslation();
  return (reason) => {
    const trouble = waitReason.safeParse(reason);
    if (trouble.success)
      return t("pending.lineReason", {
        short: t(`sync.short.${trouble.data}`),
        advice: t(`sync.advice.${trouble.data}`),
      });
    const verdict = verdicts.find((one) => one === reason);
    // A newer head office may know a reason that this version has no words for.
    return verdict ? t(`pending.verdict.${verdict}`) : t("pending.otherReason", { reason });
  };
}
