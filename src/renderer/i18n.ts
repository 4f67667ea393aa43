import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import type { Language } from "../contract/ids.ts";
import { en } from "./text/en.ts";
import { th } from "./text/th.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "desk";
    resources: { desk: typeof en };
  }
}

/** Makes the screen's words ready, in Thai until the desk says otherwise. */
export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: "th" satisfies Language,
    fallbackLng: false,
    defaultNS: "desk",
    resources: { th: { desk: th }, en: { desk: en } },
    // React escapes; done twice, a name with an ampersand would be shown wrong.
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = i18next.language;
  i18next.on("languageChanged", (language) => {
    document.documentElement.lang = language;
  });
}

/** The screen's language now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === "en" ? "en" : "th";
}

export async function showLanguage(language: Language): Promise<void> {
  if (i18next.language !== language) await i18next.changeLanguage(language);
}
