import { useTranslation } from "react-i18next";
import type { Bilingual } from "../../../contract/bilingual.ts";
import type { Reference } from "../../../contract/reference.ts";
import { formatBaht } from "../../../ui/format-baht.ts";
import { useLanguage } from "../../i18n.ts";
import { valuesEn } from "../../text/values-en.ts";

type Path = readonly (string | number)[];

/** What a value of a payload is called: a fixed one, or one of head office's lists; an amount in baht. Any other stands as it is. */
export function useValueWords({ copyRules }: Reference): (path: Path, value: string) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const lists: Record<string, readonly { id: string; name: Bilingual }[] | undefined> = {
    bank: copyRules?.banks,
    reason: copyRules?.reasons,
  };
  return (path, value) => {
    const field = path.findLast((part) => typeof part === "string") ?? "";
    if (field === "amount") return t("value.baht", { amount: formatBaht(Number(value)) });
    const listed = lists[field]?.find(({ id }) => id === value);
    if (listed) return listed.name[language];
    const fixed = Object.entries(valuesEn).find(([name]) => name === field)?.[1];
    return typeof fixed === "object" && value in fixed
      ? t(`value.${field}.${value}` as "value.act.refund")
      : value;
  };
}
