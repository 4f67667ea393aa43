import { useTranslation } from "react-i18next";
import { PageHead } from "../frame/page-head.tsx";
import { useMayAct } from "../frame/who.tsx";
import { ArrivalsPanel } from "./courier/arrivals-panel.tsx";
import { FilePanel } from "./courier/file-panel.tsx";

/** What a PC without a line sends on a stick. */
export function CourierPage() {
  const { t } = useTranslation();
  const mayAct = useMayAct();
  return (
    <>
      <PageHead title={t("courier.title")} intro={t("courier.intro")} />
      {mayAct && <FilePanel />}
      <h2 className="font-semibold text-lg">{t("courier.lately")}</h2>
      <ArrivalsPanel />
    </>
  );
}
