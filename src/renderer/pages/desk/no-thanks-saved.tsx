import { useTranslation } from "react-i18next";
import type { CaptureId } from "../../../contract/ids.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";

export type NoThanksNews = { capture: CaptureId; receiptNumber: string; name: string | null };

/** Says that "no, thank you" is stored already, and that asking later is always possible. */
export function NoThanksSaved({
  news,
  onOpenReceipt,
}: {
  news: NoThanksNews;
  onOpenReceipt: (capture: CaptureId) => void;
}) {
  const { t } = useTranslation();
  return (
    <Banner
      tone="success"
      title={
        news.name === null
          ? t("desk.noThanksSaved.stranger")
          : t("desk.noThanksSaved.known", { name: news.name })
      }
      action={
        <Button variant="quiet" onPress={() => onOpenReceipt(news.capture)}>
          {t("desk.noThanksSaved.receipt", { number: news.receiptNumber })}
        </Button>
      }
    >
      {t("desk.noThanksSaved.wayBack")}
    </Banner>
  );
}
