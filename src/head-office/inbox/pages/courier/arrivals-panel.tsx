import { useTranslation } from "react-i18next";
import type { CourierArrival } from "../../../../contract/inbox-courier-procedures.ts";
import { Badge } from "../../../../ui/badge.tsx";
import type { Column } from "../../../../ui/table.tsx";
import { formatMoment } from "../../../../ui/thai-date.tsx";
import { useAnswer } from "../../asking/use-asking.ts";
import { ListPanel } from "../../frame/list-panel.tsx";
import { Ready } from "../../frame/ready.tsx";
import { useNames } from "../../frame/use-names.ts";
import { useLanguage } from "../../i18n.ts";
import { useCountWords } from "./count-words.ts";

/** What came by courier lately: of which PC, by whom, and what of it was new. */
export function ArrivalsPanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { nameBranch } = useNames();
  const sayCounts = useCountWords();
  const list = useAnswer("courier.list", {});
  const columns: readonly Column<CourierArrival>[] = [
    {
      id: "maker",
      header: t("courier.from"),
      isRowHeader: true,
      show: ({ maker }) => (
        <span className="flex flex-col items-start">
          <span>{maker.name}</span>
          <span className="font-normal text-muted text-sm">
            {t("devices.number", { number: maker.number })} · {nameBranch(maker.branch)}
          </span>
          {maker.revoked && <Badge tone="danger">{t("devices.revoked")}</Badge>}
        </span>
      ),
    },
    { id: "at", header: t("courier.at"), show: ({ lastAt }) => formatMoment(lastAt, language) },
    {
      id: "by",
      header: t("courier.by"),
      show: ({ by, maker }) => {
        if (by.who === "account") return by.name;
        return by.number === maker.number
          ? t("courier.itself")
          : `${by.name} · ${t("devices.number", { number: by.number })}`;
      },
    },
    { id: "what", header: t("courier.what"), show: sayCounts },
  ];
  return (
    <Ready answer={list}>
      {({ arrivals }) => (
        <ListPanel
          label={t("courier.lately")}
          columns={columns}
          rows={arrivals}
          keyOf={({ lastAt, maker }) => `${lastAt} ${maker.id}`}
          none={t("courier.none")}
        />
      )}
    </Ready>
  );
}
