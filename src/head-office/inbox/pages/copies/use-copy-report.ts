import { useTranslation } from "react-i18next";
import type { KeptCopy } from "../../../../contract/inbox-copy-procedures.ts";
import { formatDay, formatMoment } from "../../../../ui/thai-date.tsx";
import { useLanguage } from "../../i18n.ts";
import { formCsv } from "../csv.ts";
import { saveFile } from "../save-file.ts";

/** Saves what is kept, why and until when, as a file for whoever asks. */
export function useCopyReport(nameBranch: (id: string) => string) {
  const { t } = useTranslation();
  const language = useLanguage();
  const day = (iso: string | null) => (iso === null ? "" : formatDay(iso, language));
  return (copies: readonly KeptCopy[]): void => {
    const head = [
      t("copies.number"),
      t("copies.saleNumber"),
      t("copies.branch"),
      t("copies.taken"),
      t("copies.reason"),
      t("copies.kind"),
      t("copies.closed"),
      t("copies.until"),
      t("copies.destroyedAt"),
    ];
    const lines = copies.map((one) => [
      one.receiptNumber,
      one.sale,
      nameBranch(one.branch),
      formatMoment(one.capturedAt, language),
      one.reason?.[language] ?? "",
      t(`copies.why.${one.why}`),
      day(one.closedOn),
      day(one.dueOn),
      one.destroyedAt === null ? "" : formatMoment(one.destroyedAt, language),
    ]);
    saveFile("id-copies.csv", "text/csv", formCsv([head, ...lines]));
  };
}
