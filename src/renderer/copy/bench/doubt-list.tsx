import { useTranslation } from "react-i18next";
import type { Doubt } from "../../../card-mask/reading.ts";

/** Why the machine is not sure, in words. */
export function DoubtList({ doubts }: { doubts: readonly Doubt[] }) {
  const { t } = useTranslation();
  if (doubts.length === 0) return null;
  return (
    <ul className="list-disc pl-5 text-sm">
      {doubts.map((doubt) => (
        <li key={doubt}>{t(`copyWindow.doubt.${doubt}`)}</li>
      ))}
    </ul>
  );
}
