import { useTranslation } from "react-i18next";
import { readShopDay } from "../../../../captures/shop-day.ts";
import type { Event } from "../../../../contract/event.ts";
import type { Branch } from "../../../../contract/reference.ts";
import { Badge, type BadgeTone } from "../../../../ui/badge.tsx";
import { Button } from "../../../../ui/button.tsx";
import { type Column, Table } from "../../../../ui/table.tsx";
import { formatDay } from "../../../../ui/thai-date.tsx";
import { useMayAct } from "../../frame/who.tsx";
import { useLanguage } from "../../i18n.ts";

const dayMs = 86_400_000;
const tones: Readonly<Record<Event["status"], BadgeTone>> = {
  proposed: "warning",
  confirmed: "success",
  closed: "neutral",
};

type EventTableProps = {
  events: readonly Event[];
  branches: readonly Branch[];
  purgeAfterDays: number;
  /** The shops' day, ISO. */
  today: string;
  isConfirming: boolean;
  onConfirm: (event: Event) => void;
  onChange: (event: Event) => void;
  onClose: (event: Event) => void;
};

/** Events with how they stand, and what is to be done with each. */
export function EventTable(props: EventTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayAct = useMayAct();
  const nameBranch = (id: string) =>
    props.branches.find((one) => one.id === id)?.name[language] ?? id;
  const columns: readonly Column<Event>[] = [
    {
      id: "name",
      header: t("events.event"),
      isRowHeader: true,
      show: (one) => (
        <>
          {one.name[language]}
          <span className="block font-normal text-muted text-sm">{one.place[language]}</span>
        </>
      ),
    },
    {
      id: "days",
      header: t("events.days"),
      show: ({ days }) => {
        const [first, last] = [days[0] ?? "", days.at(-1) ?? ""];
        return (
          <>
            <span className="whitespace-nowrap">{formatDay(first, language)}</span>
            {first !== last && (
              <>
                {" – "}
                <span className="whitespace-nowrap">{formatDay(last, language)}</span>
              </>
            )}
          </>
        );
      },
    },
    {
      id: "branches",
      header: t("events.branches"),
      show: (one) => one.branches.map(nameBranch).join(", "),
    },
    {
      id: "state",
      header: t("events.state"),
      show: (one) => (
        <>
          <Badge tone={tones[one.status]}>{t(`events.states.${one.status}`)}</Badge>
          {one.closedAt !== null && (
            <span className="block text-muted text-sm">
              {t("events.goesOn", {
                day: formatDay(
                  readShopDay(new Date(Date.parse(one.closedAt) + props.purgeAfterDays * dayMs)),
                  language,
                ),
              })}
            </span>
          )}
        </>
      ),
    },
    ...(mayAct
      ? [
          {
            id: "do",
            header: t("app.action"),
            align: "end" as const,
            show: (one: Event) => (
              <div className="flex justify-end gap-2">
                {one.status === "proposed" && (
                  <Button
                    variant="primary"
                    isDisabled={props.isConfirming}
                    onPress={() => props.onConfirm(one)}
                  >
                    {t("events.confirm")}
                  </Button>
                )}
                {one.status === "confirmed" && (one.days.at(-1) ?? "") < props.today && (
                  <Button onPress={() => props.onClose(one)}>{t("events.close")}</Button>
                )}
                <Button onPress={() => props.onChange(one)}>{t("app.change")}</Button>
              </div>
            ),
          },
        ]
      : []),
  ];
  return (
    <Table
      label={t("events.title")}
      columns={columns}
      rows={props.events}
      keyOf={(one) => one.id}
    />
  );
}
