import { useTranslation } from "react-i18next";
import { en } from "../text/en.ts";

type Known = keyof typeof en.action;

/** What was done, in words; an action that a newer head office wrote stands by its name. */
export function useActionWords(): (action: string) => string {
  const { t } = useTranslation();
  return (action) => (action in en.action ? t(`action.${action as Known}`) : action);
}
