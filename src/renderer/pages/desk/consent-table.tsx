import { Ban, Check, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CellState } from "../../../captures/marketing-consent/cell-fold.ts";
import type { CaptureId } from "../../../contract/ids.ts";
import { Badge, type BadgeTone } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatMoment } from "../../../ui/thai-date.tsx";
import { useLanguage } from "../../i18n.ts";
import type { ConsentRow } from "./consent-rows.ts";

const looks: Readonly<Record<CellState["status"], { tone: BadgeTone; Icon: typeof Check }>> = {
  yes: { tone: "success", Icon: Check },
  no: { tone: "neutral", Icon: Ban },
  withdrawn: { tone: "danger", Icon: Undo2 },
};

type ConsentTableProps = {
  rows: readonly ConsentRow[];
  onOpenReceipt: (capture: CaptureId) => void;
};

/** Per purpose and channel: what was said, since when, under which notice, where, and the proof of it. */
export function ConsentTable({ rows, onOpenReceipt }: ConsentTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Table
      label={t("desk.person.agreed")}
      rows={rows}
      keyOf={(row) => row.key}
      columns={[
        {
          id: "purpose",
          header: t("desk.person.purpose"),
          isRowHeader: true,
          show: ({ purpose, decided }) => (
            <>
              {purpose}
              {decided && (
                <span className="block font-normal text-muted text-sm">
                  {decided.basis === "member-benefit"
                    ? t("desk.person.memberBenefit")
                    : t("desk.person.consent")}
                </span>
              )}
            </>
          ),
        },
        {
          id: "status",
          header: t("desk.person.status"),
          show: ({ decided }) =>
            decided ? (
              <ul className="flex flex-wrap gap-1.5">
                {decided.answers.map(({ channel, status }) => {
                  const { tone, Icon } = looks[status];
                  const icon = <Icon aria-hidden="true" className="size-4" />;
                  const word = t(`desk.person.${status}`);
                  return (
                    <li key={channel ?? ""}>
                      <Badge tone={tone} icon={icon}>
                        {channel === null ? word : `${channel}: ${word}`}
                      </Badge>
                    </li>
                  );
                })}
              </ul>
            ) : (
              <span className="text-muted">{t("desk.person.neverAsked")}</span>
            ),
        },
        {
          id: "since",
          header: t("desk.person.since"),
          show: ({ decided }) =>
            decided && (
              <>
                <span className="whitespace-nowrap">{formatMoment(decided.since, language)}</span>
                <span className="block text-muted text-sm">{decided.branch}</span>
              </>
            ),
        },
        {
          id: "notice",
          header: t("desk.person.notice"),
          show: ({ decided }) =>
            decided &&
            (decided.notice
              ? t("desk.person.noticeShown", {
                  version: decided.notice.version,
                  language: t(`desk.person.${decided.notice.language}`),
                })
              : t("desk.person.noNotice")),
        },
        {
          id: "receipt",
          header: t("desk.person.receipt"),
          show: ({ decided }) =>
            decided?.receiptNumber && (
              <Button
                variant="quiet"
                aria-label={t("desk.person.openReceipt", { number: decided.receiptNumber })}
                onPress={() => onOpenReceipt(decided.capture)}
              >
                {decided.receiptNumber}
              </Button>
            ),
        },
      ]}
    />
  );
}
