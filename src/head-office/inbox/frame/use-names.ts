import { useAnswer } from "../asking/use-asking.ts";
import { useLanguage } from "../i18n.ts";

/** What shops and their staff are called; an id that stands for nobody any more stands for itself. */
export function useNames(): {
  nameBranch: (id: string) => string;
  nameStaff: (id: string) => string;
} {
  const language = useLanguage();
  const published = useAnswer("reference.read", {});
  const { branches, staff } =
    published.state === "ready" ? published.value : { branches: [], staff: [] };
  return {
    nameBranch: (id) => branches.find((one) => one.id === id)?.name[language] ?? id,
    nameStaff: (id) => staff.find((one) => one.id === id)?.name[language] ?? id,
  };
}
