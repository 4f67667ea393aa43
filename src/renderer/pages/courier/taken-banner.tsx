import { useTranslation } from "react-i18next";
import type { CourierTaken } from "../../../contract/courier-procedures.ts";
import { Banner } from "../../../ui/banner.tsx";
import { useOriginName } from "./use-origin-name.ts";

/** What was in a file that was taken in, in sentences; those that say nothing are left out. */
export function TakenBanner({ taken }: { taken: CourierTaken }) {
  const { t } = useTranslation();
  const nameOrigin = useOriginName();
  const { title, sentences } =
    taken.kind === "to-head-office" ? describeBundles(taken) : describeAnswers(taken);
  const isBad =
    taken.damaged > 0 || (taken.kind === "to-head-office" ? taken.full > 0 : taken.setAside > 0);
  return (
    <Banner tone={isBad ? "warning" : "success"} {...(title ? { title } : {})}>
      {sentences.length === 0 ? (
        <p>{t("courier.nothingIn")}</p>
      ) : (
        sentences.map((sentence) => <p key={sentence}>{sentence}</p>)
      )}
    </Banner>
  );

  function describeBundles(file: Extract<CourierTaken, { kind: "to-head-office" }>) {
    const keys = ["taken", "known", "own", "damaged", "full"] as const;
    const said = keys.filter((key) => file[key] > 0);
    return {
      title: t("courier.takenFrom", { origin: nameOrigin(file.from) }),
      sentences: said.map((key) => t(`courier.${key}`, { count: file[key] })),
    };
  }

  function describeAnswers(file: Extract<CourierTaken, { kind: "from-head-office" }>) {
    const keys = ["completed", "setAside", "others"] as const;
    const said = keys.filter((key) => file[key] > 0);
    return {
      title: null,
      sentences: [
        ...said.map((key) => t(`courier.${key}`, { count: file[key] })),
        ...(file.known > 0 ? [t("courier.knownAnswer")] : []),
        ...(file.damaged > 0 ? [t("courier.notOurs", { count: file.damaged })] : []),
      ],
    };
  }
}
