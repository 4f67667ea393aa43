import { useTranslation } from "react-i18next";
import { LanguageToggle } from "../../ui/language-toggle.tsx";
import { useCommand } from "../bridge/use-procedure.ts";
import { showLanguage, useLanguage } from "../i18n.ts";

/** Changes the language of the screen, at once and for the next start. */
export function LanguageSwitch({ onDeep = false }: { onDeep?: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const keep = useCommand("desk.setLanguage");
  return (
    <LanguageToggle
      label={t("app.language")}
      language={language}
      onDeep={onDeep}
      onChoose={(chosen) => {
        void showLanguage(chosen);
        void keep.run(chosen);
      }}
    />
  );
}
