import { useTranslation } from "react-i18next";
import type { DeviceLoss, PersonHeld } from "../../../../contract/inbox-loss-procedures.ts";
import { Banner } from "../../../../ui/banner.tsx";
import { type Column, Table } from "../../../../ui/table.tsx";
import { formatMoment } from "../../../../ui/thai-date.tsx";
import { Panel } from "../../frame/panel.tsx";
import { useKindName } from "../../frame/use-kind-name.ts";
import { useLanguage } from "../../i18n.ts";
import { formCsv } from "../csv.ts";
import { saveFile } from "../save-file.ts";

const parts = ["name", "contact", "kinds", "receipts", "last"] as const;

function useSay(): Record<(typeof parts)[number], (person: PersonHeld) => string> {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameKind = useKindName();
  return {
    name: ({ name }) => name ?? t("loss.noName"),
    contact: ({ phone, email, member }) => [phone, email, member].filter(Boolean).join(", "),
    kinds: ({ kinds }) => kinds.map(nameKind).join(", "),
    receipts: ({ receiptNumbers }) => receiptNumbers.join(", "),
    last: ({ lastAt }) => formatMoment(lastAt, language),
  };
}

/** Saves whose records a PC held, for whoever has to tell these people. */
export function usePeopleCsv(): (loss: DeviceLoss) => void {
  const { t } = useTranslation();
  const say = useSay();
  return ({ number, people }) => {
    const head = parts.map((part) => t(`loss.${part}`));
    const lines = people.map((person) => parts.map((part) => say[part](person)));
    saveFile(`lost-pc-${number}.csv`, "text/csv", formCsv([head, ...lines]));
  };
}

/** Everybody whose records a PC held, the last visitor first. */
export function PeopleHeld({ loss }: { loss: DeviceLoss }) {
  const { t } = useTranslation();
  const say = useSay();
  const title = t("loss.people", { count: loss.peopleCount });
  const columns = parts.map(
    (part): Column<PersonHeld> => ({
      id: part,
      header: t(`loss.${part}`),
      isRowHeader: part === "name",
      show: (person) => say[part](person),
    }),
  );
  return (
    <Panel flush title={title}>
      {loss.people.length < loss.peopleCount && (
        <Banner tone="warning" announced={false}>
          {t("loss.onlyFirst", { count: loss.people.length })}
        </Banner>
      )}
      {loss.people.length === 0 ? (
        <p className="px-5 pb-4 text-muted">{t("loss.nobody")}</p>
      ) : (
        <Table
          label={title}
          columns={columns}
          rows={loss.people}
          keyOf={({ receiptNumbers }) => receiptNumbers.join()}
        />
      )}
    </Panel>
  );
}
