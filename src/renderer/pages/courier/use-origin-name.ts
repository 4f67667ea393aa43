import { useTranslation } from "react-i18next";
import type { CourierOrigin } from "../../../contract/courier-procedures.ts";
import { useProcedure } from "../../bridge/use-procedure.ts";
import { useLanguage } from "../../i18n.ts";

/** Names the PC that wrote a file, as the file says; its branch by the name that head office published. */
export function useOriginName(): (origin: CourierOrigin | null) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const reference = useProcedure("reference.read", undefined);
  const branches = reference.state === "ready" ? reference.value.branches : [];
  return (origin) => {
    if (origin === null) return t("courier.unnamed");
    const branch = branches.find(({ id }) => id === origin.branch);
    const name = branch?.name[language] ?? origin.branch;
    return t("courier.pc", { branch: name, number: origin.deviceNumber });
  };
}
