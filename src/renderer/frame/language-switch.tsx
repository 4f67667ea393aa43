import { ToggleButton } from "react-aria-components/ToggleButton";
import { ToggleButtonGroup } from "react-aria-components/ToggleButtonGroup";
import { useTranslation } from "react-i18next";
import type { Language } from "../../contract/ids.ts";
import { useCommand } from "../bridge/use-procedure.ts";
import { showLanguage, useLanguage } from "../i18n.ts";

const languages: readonly { language: Language; name: string; short: string }[] = [
  { language: "th", name: "ไทย", short: "ไทย" },
  { language: "en", name: "English", short: "EN" },
];

/** Changes the language of the screen, at once and for the next start. */
export function LanguageSwitch({ onDeep = false }: { onDeep?: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const keep = useCommand("desk.setLanguage");
  const button = onDeep
    ? "text-on-deep-muted data-hovered:text-on-deep data-selected:bg-on-deep data-selected:text-deep"
    : "text-muted data-hovered:text-ink data-selected:bg-accent data-selected:text-on-accent";
  return (
    <ToggleButtonGroup
      aria-label={t("app.language")}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[language]}
      onSelectionChange={(keys) => {
        const chosen = languages.find((one) => keys.has(one.language))?.language;
        if (!chosen || chosen === language) return;
        void showLanguage(chosen);
        void keep.run(chosen);
      }}
      className={`inline-flex shrink-0 rounded-control border p-0.5 ${onDeep ? "border-deep-line" : "border-line-strong bg-card"}`}
    >
      {languages.map((one) => (
        <ToggleButton
          key={one.language}
          id={one.language}
          lang={one.language}
          aria-label={one.name}
          className={`min-h-11 min-w-11 cursor-pointer rounded-[0.45rem] px-3 font-medium text-sm ${button}`}
        >
          {onDeep ? one.short : one.name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
