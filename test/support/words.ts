import i18next from "i18next";
import { marketingConsentText } from "../../src/captures/marketing-consent/text.ts";
import type { Language } from "../../src/contract/ids.ts";
import { en } from "../../src/renderer/text/en.ts";
import { th } from "../../src/renderer/text/th.ts";

export const languages: readonly Language[] = ["th", "en"];

/** The words of the consent form, its refusals and its receipt. */
export const formWords = marketingConsentText;

const said = i18next.createInstance();
await said.init({
  lng: "th",
  fallbackLng: false,
  defaultNS: "desk",
  resources: { th: { desk: th }, en: { desk: en } },
  interpolation: { escapeValue: false },
});

/** What the desk says by this key of its words, filled in and in the right number, as it would say it. */
export function say(
  language: Language,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  if (!said.exists(key, { lng: language, ...values })) throw new Error(`no word for ${key}`);
  return said.t(key, { lng: language, ...values }) as string;
}

/** The same, with anything where a value stands: for words with a moment in them. */
export function sayAround(
  language: Language,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): RegExp {
  const gap = "\u{1F}";
  const blanks = Object.fromEntries(
    ["at", "since", "name", "number", "text", "path"].map((one) => [one, gap]),
  );
  const parts = say(language, key, { ...blanks, ...values }).split(gap);
  return new RegExp(parts.map(escapePattern).join(".+"));
}

/** A text as a pattern that matches just it. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
