import { useTranslation } from "react-i18next";
import { LanguageToggle } from "../../../ui/language-toggle.tsx";
import { showLanguage, useLanguage } from "../i18n.ts";

/** Changes the language of the pages, at once and for the next visit. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <LanguageToggle
      label={t("app.language")}
      language={language}
      onDeep
      onChoose={(chosen) => void showLanguage(chosen)}
    />
  );
}
