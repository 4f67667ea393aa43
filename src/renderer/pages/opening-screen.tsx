import { useTranslation } from "react-i18next";
import { BrandMark } from "../../ui/brand.tsx";
import { Progress } from "../../ui/progress.tsx";

/** The moment before main has answered for the first time. */
export function OpeningScreen() {
  const { t } = useTranslation();
  return (
    <main className="flex h-full flex-col items-center justify-center gap-6">
      <BrandMark size="large" />
      <Progress label={t("app.starting")} />
    </main>
  );
}
