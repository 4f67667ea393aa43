import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import type { Language } from "../../contract/ids.ts";
import { en } from "./text/en.ts";
import { th } from "./text/th.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "inbox";
    resources: { inbox: typeof en };
  }
}

/** Where this browser keeps the language that was chosen last. */
const storeKey = "yinyom-inbox-language";

/** Makes the pages' words ready, in the language chosen last, or Thai. */
export async function startWords(): Promise<void> {
  const language: Language = localStorage.getItem(storeKey) === "en" ? "en" : "th";
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: "inbox",
    resources: { th: { inbox: th }, en: { inbox: en } },
    // React escapes; done twice, a name with an ampersand would be shown wrong.
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = i18next.language;
  i18next.on("languageChanged", (chosen) => {
    document.documentElement.lang = chosen;
    localStorage.setItem(storeKey, chosen);
  });
}

/** The pages' language now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === "en" ? "en" : "th";
}

export async function showLanguage(language: Language): Promise<void> {
  if (i18next.language !== language) await i18next.changeLanguage(language);
}
