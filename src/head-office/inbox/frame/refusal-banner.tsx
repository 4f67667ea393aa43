import { useTranslation } from "react-i18next";
import { Banner } from "../../../ui/banner.tsx";
import type { NotAnswered } from "../asking/ask.ts";

/** Why something was not done, in words, and what to do. */
export function RefusalBanner({ refusal }: { refusal: NotAnswered | null }) {
  const { t } = useTranslation();
  if (refusal === null) return null;
  const seconds = "retryAfterSeconds" in refusal ? refusal.retryAfterSeconds : undefined;
  return (
    <Banner tone="danger">
      {t(`refusal.${refusal.error}`, seconds === undefined ? {} : { count: seconds })}
    </Banner>
  );
}
