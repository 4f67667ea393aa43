import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";

/** Says on every screen that the store of this runtime is not encrypted. */
export function DevelopmentBanner() {
  const { t } = useTranslation();
  return (
    <p className="flex items-center justify-center gap-2 bg-warning-soft px-5 py-1 text-center font-medium text-sm text-warning">
      <TriangleAlert aria-hidden="true" className="size-4 shrink-0" />
      {t("app.developmentRuntime")}
    </p>
  );
}
