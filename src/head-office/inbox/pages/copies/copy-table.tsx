import { useTranslation } from "react-i18next";
import type { KeptCopy } from "../../../../contract/inbox-copy-procedures.ts";
import { Badge, type BadgeTone } from "../../../../ui/badge.tsx";
import { Button } from "../../../../ui/button.tsx";
import { type Column, Table } from "../../../../ui/table.tsx";
import { formatDay, formatMoment } from "../../../../ui/thai-date.tsx";
import { useMayAct } from "../../frame/who.tsx";
import { useLanguage } from "../../i18n.ts";

const tones: Readonly<Record<KeptCopy["why"], BadgeTone>> = {
  "refund-open": "accent",
  "days-left": "neutral",
  due: "warning",
  destroyed: "neutral",
};

type CopyTableProps = {
  label: string;
  none: string;
  copies: readonly KeptCopy[];
  nameBranch: (id: string) => string;
  /** Null: none of them can be opened. */
  onOpen: ((copy: KeptCopy) => void) | null;
};

/** Copies as rows, the person of none of them named. */
export function CopyTable({ label, none, copies, nameBranch, onOpen }: CopyTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const mayAct = useMayAct();
  if (copies.length === 0) return <p className="px-5 pb-4 text-muted">{none}</p>;
  const columns: Column<KeptCopy>[] = [
    {
      id: "number",
      header: t("copies.number"),
      isRowHeader: true,
      show: (one) => (
        <span className="flex flex-col">
          <span className="font-mono">{one.receiptNumber}</span>
          <span className="font-normal text-muted text-sm">
            {t("copies.sale", { sale: one.sale })}
          </span>
        </span>
      ),
    },
    { id: "branch", header: t("copies.branch"), show: (one) => nameBranch(one.branch) },
    {
      id: "taken",
      header: t("copies.taken"),
      show: (one) => formatMoment(one.capturedAt, language),
    },
    {
      id: "reason",
      header: t("copies.reason"),
      show: (one) => one.reason?.[language] ?? t("copies.noReason"),
    },
  ];
  if (onOpen === null) {
    columns.push({
      id: "destroyed",
      header: t("copies.destroyedAt"),
      show: (one) => (one.destroyedAt === null ? "" : formatMoment(one.destroyedAt, language)),
    });
  } else {
    columns.push(
      {
        id: "kind",
        header: t("copies.kind"),
        show: (one) => <Badge tone={tones[one.why]}>{t(`copies.why.${one.why}`)}</Badge>,
      },
      {
        id: "until",
        header: t("copies.until"),
        show: (one) => (one.dueOn === null ? "" : formatDay(one.dueOn, language)),
      },
      {
        id: "do",
        header: t("app.action"),
        align: "end",
        show: (one) =>
          one.arrivedAt === null ? (
            <span className="text-muted">{t("copies.notHere")}</span>
          ) : (
            mayAct && (
              <Button
                aria-label={`${t("copies.open")} ${one.receiptNumber}`}
                onPress={() => onOpen(one)}
              >
                {t("copies.open")}
              </Button>
            )
          ),
      },
    );
  }
  return <Table label={label} columns={columns} rows={copies} keyOf={(one) => one.capture} />;
}
