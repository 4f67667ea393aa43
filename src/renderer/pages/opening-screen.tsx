import { useTranslation } from "react-i18next";
import { BrandMark, BrandName } from "../../ui/brand.tsx";
import { Progress } from "../../ui/progress.tsx";

/**
 * The moment before main has answered for the first time: the head of the page that follows, in no language yet.
 * Only a desk that opens slowly gets to the words.
 */
export function OpeningScreen() {
  const { t } = useTranslation();
  return (
    <div className="flex h-full flex-col">
      <header className="flex shrink-0 items-center gap-4 px-8 pt-4">
        <BrandMark />
        <BrandName className="text-xl leading-snug" />
      </header>
      <main className="flex min-h-0 flex-1 animate-late items-center justify-center">
        <Progress label={t("app.starting")} />
      </main>
    </div>
  );
}
